import type { Socket } from "node:net";
import { CLOSE } from "@shopbell/protocol/limits";
import type { WebSocket } from "ws";
import type { Counters } from "../counters.ts";
import { SLOW_BYTES } from "../limits.ts";
import type { Corks } from "./corks.ts";
import type { Sink } from "./sink.ts";
import { paceFor } from "./slow-consumer.ts";
import { textFrame } from "./text-frame.ts";

/** Frames go out over a WebSocket. */
export class SocketSink implements Sink {
  readonly #webSocket: WebSocket;
  readonly #socket: Socket;
  readonly #corks: Corks;
  readonly #counters: Counters;

  constructor(webSocket: WebSocket, socket: Socket, corks: Corks, counters: Counters) {
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.#corks = corks;
    this.#counters = counters;
  }

  get isBehind(): boolean {
    return this.#webSocket.bufferedAmount > SLOW_BYTES;
  }

  send(frame: string, lossy = false): void {
    if (this.#webSocket.readyState !== this.#webSocket.OPEN) return;
    const pace = paceFor(this.#webSocket.bufferedAmount, lossy);
    if (pace === "send") {
      this.#counters.framesOut += 1;
      this.#corks.cork(this.#socket);
      this.#socket.write(bytesOf(frame)); // past `ws`, which has nothing of its own to send but a close at the end
    } else if (pace === "close") {
      this.#counters.slowConsumers += 1;
      this.close(CLOSE.tryLater);
    }
  }

  async drained(): Promise<void> {
    while (this.#webSocket.readyState === this.#webSocket.OPEN && this.#webSocket.bufferedAmount > SLOW_BYTES) {
      await new Promise<void>((resolve) => {
        const proceed = () => {
          this.#socket.off("drain", proceed).off("close", proceed);
          resolve();
        };
        this.#socket.on("drain", proceed).on("close", proceed);
      });
    }
  }

  close(code: number): void {
    this.#webSocket.close(code);
  }

  cut(): void {
    this.#webSocket.terminate();
  }
}

let lastFrame = "";
let lastBytes: Buffer = Buffer.alloc(0);

/** A frame as it goes over the network. The same string usually goes to many sockets in a row, so the last one is remembered. */
function bytesOf(frame: string): Buffer {
  if (frame !== lastFrame) {
    lastFrame = frame;
    lastBytes = textFrame(frame);
  }
  return lastBytes;
}
