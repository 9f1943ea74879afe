// Just enough of RFC 6455 (5.2) to tell frames apart on their way and to cut one short, without changing any other byte.
const MASKED = 0x80;
const MASK_BYTES = 4;
const TEXT = 0x1;

/** Cuts a stream of bytes into whole WebSocket frames, each with its header. */
export class FrameSplitter {
  #rest = Buffer.alloc(0);

  push(chunk: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const frames: Buffer[] = [];
    for (let size = frameSize(this.#rest); size !== undefined && size <= this.#rest.length; ) {
      frames.push(this.#rest.subarray(0, size));
      this.#rest = this.#rest.subarray(size);
      size = frameSize(this.#rest);
    }
    return frames;
  }
}

/** Control frames are the protocol's own business and stay as they are. */
export function isText(frame: Buffer): boolean {
  return ((frame[0] ?? 0) & 0x0f) === TEXT;
}

/** The same frame with less in it: still a frame, no longer JSON. A mask stays right, because it goes by position. */
export function truncated(frame: Buffer, share: number): Buffer {
  const start = headerSize(frame);
  const length = Math.floor((frame.length - start) * share);
  const masked = (frame[1] ?? 0) & MASKED;
  const mask = frame.subarray(start - (masked ? MASK_BYTES : 0), start);
  const size = length < 126 ? Buffer.from([masked | length]) : Buffer.from([masked | 126, length >> 8, length & 0xff]);
  return Buffer.concat([frame.subarray(0, 1), size, mask, frame.subarray(start, start + length)]);
}

function headerSize(bytes: Buffer): number {
  const short = (bytes[1] ?? 0) & 0x7f;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  return 2 + extended + ((bytes[1] ?? 0) & MASKED ? MASK_BYTES : 0);
}

/** Undefined while the header is not whole. */
function frameSize(bytes: Buffer): number | undefined {
  if (bytes.length < 2 || bytes.length < headerSize(bytes)) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  return headerSize(bytes) + length;
}
