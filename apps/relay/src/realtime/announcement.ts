/** Something that is told to whoever follows it, whenever it is not what it was. */
export class Announcement {
  readonly #read: () => string;
  readonly #listeners = new Set<(frame: string) => void>();
  #told = "";

  /** @param read the frame that says it as of now */
  constructor(read: () => string) {
    this.#read = read;
  }

  get isFollowed(): boolean {
    return this.#listeners.size > 0;
  }

  /** From now on; whoever follows knows already what it is. */
  follow(listener: (frame: string) => void): { end(): void } {
    if (!this.isFollowed) this.#told = this.#read();
    const own = (frame: string) => listener(frame);
    this.#listeners.add(own);
    return { end: () => void this.#listeners.delete(own) };
  }

  /** Looks whether there is news, and tells it. */
  tell(): void {
    if (!this.isFollowed) return;
    const frame = this.#read();
    if (frame === this.#told) return;
    this.#told = frame;
    for (const listener of this.#listeners) listener(frame);
  }
}
