/** What a Redis said that will not have us, or what happened to the connection. The message holds neither address nor password. */
class RedisFault extends Error {
  constructor(cause: unknown) {
    super(`Redis: ${reasonOf(cause)}`);
    this.name = "RedisFault";
  }
}

/** Tells each thing that is wrong with Redis once, not with every attempt; and again when all has been well meanwhile. */
export class Complaints {
  readonly #tell: (fault: RedisFault) => void;
  readonly #told = new Set<string>();

  constructor(tell: (fault: RedisFault) => void) {
    this.#tell = tell;
  }

  hear(error: unknown): void {
    const fault = new RedisFault(error);
    if (this.#told.has(fault.message)) return;
    this.#told.add(fault.message);
    this.#tell(fault);
  }

  /** Hears of it when this fails, and leaves it to the caller all the same. */
  async about<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.hear(error);
      throw error;
    }
  }

  /** All is well. */
  settle(): void {
    this.#told.clear();
  }
}

/** A cluster that cannot be asked names only the last node's reason; several addresses of one name have a code and no message. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if ("lastNodeError" in cause && cause.lastNodeError instanceof Error) return reasonOf(cause.lastNodeError);
  if (cause.message !== "") return cause.message;
  return "code" in cause ? String(cause.code) : cause.name;
}
