import { connect, type Socket } from "node:net";

/** Where a socket goes, and from which of this machine's addresses. */
export interface Place {
  readonly port: number;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** One address has ports for 28,000 connections only. */
  readonly from?: string;
}

const NO_BYTES = Buffer.alloc(0);
// RFC 6455, 5.2: the opcode in the first byte; in the second, a size or how many bytes behind it hold the size.
const OPCODE = 0x0f;
const CLOSE_OPCODE = 8;
const SIZE = 0x7f;
const SIZE_IN_2 = 126;
const SIZE_IN_8 = 127;

/**
 * A WebSocket end that does only what a load needs: the load must stay lighter than what it measures. Frames are found and
 * not copied, the mask is zero, and no answer but the upgrade's is checked.
 */
export class LoadSocket {
  /** Gets the payload of each text frame, valid until it returns. */
  onText: (payload: Buffer) => void = () => undefined;
  /** The other end closed, with this code (RFC 6455 7.4), or cut the connection: 1006. */
  onClose: (code: number) => void = () => undefined;
  readonly #socket: Socket;
  #rest: Buffer = NO_BYTES;
  #closeCode = 1006;

  private constructor(socket: Socket, rest: Buffer) {
    this.#socket = socket;
    this.#rest = rest;
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("close", () => this.onClose(this.#closeCode));
  }

  /** Resolves when the upgrade is done. @throws when it is answered with anything else. */
  static open({ port, path, headers = {}, from }: Place): Promise<LoadSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: "127.0.0.1", port, noDelay: true, ...(from && { localAddress: from }) });
      socket.write(upgrade(port, path, headers));
      let head: Buffer = NO_BYTES;
      const hear = (chunk: Buffer) => {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        socket.off("data", hear).off("close", gone);
        if (head.toString("latin1", 9, 12) === "101") return resolve(new LoadSocket(socket, head.subarray(end + 4)));
        socket.destroy();
        reject(new Error(`The upgrade was answered with ${head.toString("latin1", 0, head.indexOf("\r\n"))}`));
      };
      const gone = () => reject(new Error("The connection was cut before the upgrade."));
      socket.on("data", hear).on("close", gone);
      socket.on("error", () => undefined); // `close` follows
    });
  }

  send(text: string): void {
    this.#socket.write(maskedText(text));
  }

  /** Cuts the connection without a word. `onClose` is not called. */
  cut(): void {
    this.onClose = () => undefined;
    this.#socket.resetAndDestroy();
  }

  #take(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let size = frameSize(bytes, at); size > 0; size = frameSize(bytes, at)) {
      this.#hear((bytes[at] ?? 0) & OPCODE, bytes.subarray(at + headSize(bytes, at), at + size));
      at += size;
    }
    this.#rest = at === bytes.length ? NO_BYTES : bytes.subarray(at);
  }

  #hear(opcode: number, payload: Buffer): void {
    if (opcode !== CLOSE_OPCODE) return this.onText(payload);
    this.#closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
    this.#socket.end();
  }
}

function headSize(bytes: Buffer, at: number): number {
  const size = (bytes[at + 1] ?? 0) & SIZE;
  if (size < SIZE_IN_2) return 2;
  return size === SIZE_IN_2 ? 4 : 10;
}

/** Bytes of the frame that begins here, head included; 0 when not all of it is there. */
function frameSize(bytes: Buffer, at: number): number {
  const left = bytes.length - at;
  const head = left < 2 ? 2 : headSize(bytes, at);
  if (left < head) return 0;
  const size = head + payloadSize(bytes, at);
  return left < size ? 0 : size;
}

function payloadSize(bytes: Buffer, at: number): number {
  const size = (bytes[at + 1] ?? 0) & SIZE;
  if (size === SIZE_IN_2) return bytes.readUInt16BE(at + 2);
  return size === SIZE_IN_8 ? Number(bytes.readBigUInt64BE(at + 2)) : size;
}

function upgrade(port: number, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** A text frame below 64 KiB whose mask is zero: allowed, and the server unmasks it like any other. */
function maskedText(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const head = size < 126 ? 6 : 8;
  const frame = Buffer.allocUnsafe(head + size);
  frame[0] = 0x81;
  if (size < 126) frame[1] = 0x80 | size;
  else {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(size, 2);
  }
  frame.writeUInt32BE(0, head - 4);
  frame.write(text, head);
  return frame;
}
