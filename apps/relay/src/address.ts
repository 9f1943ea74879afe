import type { Config } from "./config.ts";

/** Under which origins this relay is its own page. Known for certain only once it listens. */
export class Address {
  readonly #config: Config;
  #port: number;

  constructor(config: Config) {
    this.#config = config;
    this.#port = config.port;
  }

  /** Says which port was given when port 0 was asked for. */
  listening(port: number): void {
    this.#port = port;
  }

  get publicUrl(): string {
    return this.#config.publicUrl ?? `http://127.0.0.1:${this.#port}`;
  }

  get secure(): boolean {
    return this.publicUrl.startsWith("https:");
  }

  get ownOrigins(): readonly string[] {
    return this.#config.publicUrl ? [this.#config.publicUrl] : [this.publicUrl, `http://localhost:${this.#port}`];
  }
}
