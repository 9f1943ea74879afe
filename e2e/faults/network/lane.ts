import type { Socket } from "node:net";
import type { Chance } from "../chance.ts";
import { FrameSplitter, isText, truncated } from "./frames.ts";
import { delayOf, type FrameFault, faultFor, type Weather } from "./weather.ts";

/** A frame that is overtaken arrives behind the next one, or this much later when none follows. */
const OVERTAKEN_MS = 50;

export interface LaneOptions {
  readonly to: Socket;
  readonly chance: Chance;
  weather(): Weather;
  /** Told about every frame that something happened to. */
  log(fault: FrameFault, frame: number): void;
}

/** One direction of one connection: an HTTP head passes as it is, and then WebSocket frames, to which things happen. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #splitter = new FrameSplitter();
  readonly #queue: Buffer[] = [];
  #head: Buffer | undefined = Buffer.alloc(0);
  #upgraded = false;
  #frozen = false;
  #freeAt = 0;
  #arrivedAt = 0;
  #count = 0;
  #overtaken: Buffer | undefined;
  #earlier: Buffer | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** From now on everything is swallowed: neither end is told. */
  freeze(): void {
    this.#frozen = true;
  }

  take(chunk: Buffer): void {
    if (this.#head) return this.#takeHead(Buffer.concat([this.#head, chunk]));
    if (!this.#upgraded) return this.#carry(chunk);
    for (const frame of this.#splitter.push(chunk)) this.#takeFrame(frame);
  }

  #takeHead(bytes: Buffer): void {
    const end = bytes.indexOf("\r\n\r\n");
    this.#head = end < 0 ? bytes : undefined;
    if (end < 0) return;
    this.#upgraded = /^upgrade: websocket/im.test(bytes.toString("latin1", 0, end));
    this.#carry(bytes.subarray(0, end + 4));
    if (bytes.length > end + 4) this.take(bytes.subarray(end + 4));
  }

  #takeFrame(frame: Buffer): void {
    if (!isText(frame)) return this.#carry(frame);
    const index = this.#count++;
    const fault = faultFor(this.#options.weather(), this.#options.chance.next());
    const share = this.#options.chance.next();
    if (fault) this.#options.log(fault, index);
    this.#inflict(fault, frame, share);
    this.#earlier = frame;
  }

  #inflict(fault: FrameFault | undefined, frame: Buffer, share: number): void {
    switch (fault) {
      case "suppress":
        return;
      case "duplicate":
        return this.#carry(frame, frame);
      case "truncate":
        return this.#carry(truncated(frame, share));
      case "replay":
        return this.#carry(frame, ...(this.#earlier ? [this.#earlier] : []));
      case "reorder":
        return this.#holdBack(frame);
      default:
        return this.#carry(frame);
    }
  }

  #holdBack(frame: Buffer): void {
    this.#release();
    this.#overtaken = frame;
    setTimeout(() => this.#overtaken === frame && this.#release(), OVERTAKEN_MS);
  }

  #release(): void {
    const overtaken = this.#overtaken;
    this.#overtaken = undefined;
    if (overtaken) this.#carry(overtaken);
  }

  #carry(...pieces: Buffer[]): void {
    for (const piece of pieces) this.#post(piece);
    if (this.#overtaken) this.#release();
  }

  /** Nothing overtakes anything on a TCP connection, however long it takes. */
  #post(bytes: Buffer): void {
    const now = performance.now();
    const weather = this.#options.weather();
    this.#freeAt = Math.max(this.#freeAt, now) + (bytes.length / weather.bytesPerSecond) * 1_000;
    this.#arrivedAt = Math.max(this.#arrivedAt, this.#freeAt + delayOf(weather, this.#options.chance));
    this.#queue.push(bytes);
    if (this.#arrivedAt > now) setTimeout(() => this.#deliver(), this.#arrivedAt - now);
    else this.#deliver();
  }

  #deliver(): void {
    const bytes = this.#queue.shift();
    if (bytes && !this.#frozen && this.#options.to.writable) this.#options.to.write(bytes);
  }
}
