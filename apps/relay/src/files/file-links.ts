import { createHmac, timingSafeEqual } from "node:crypto";

/** How long a link to a file works after it was made. */
const LINK_LIFE_MS = 600_000;

/** Makes links to files that work for ten minutes, for whoever may see the file, and checks them. */
export class FileLinks {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** A path for whom it is shown to now. */
  linkTo(id: string, name: string, now: number): string {
    const until = now + LINK_LIFE_MS;
    return `/files/${id}/${encodeURIComponent(name)}?until=${until}&by=${this.#signature(id, until)}`;
  }

  /** Was this link made here, and does it still work? */
  opens(id: string, { until, by }: { until: number; by: string }, now: number): boolean {
    const [given, right] = [Buffer.from(by), Buffer.from(this.#signature(id, until))];
    return now < until && given.length === right.length && timingSafeEqual(given, right);
  }

  #signature(id: string, until: number): string {
    return createHmac("sha256", this.#secret).update(`file\0${id}\0${until}`).digest("base64url");
  }
}
