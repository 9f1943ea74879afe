import type { RelayFrame } from "@shopbell/protocol/types";
import { LINK_LOST, type Transport } from "./transport.ts";

/** Reaches the relay over a WebSocket. */
export function socketTransport(url: string): Transport {
  return {
    connect(hello, events) {
      const socket = new WebSocket(url);
      let ended = false;
      function end(code: number): void {
        if (ended) return;
        ended = true;
        events.closed(code);
      }
      socket.onopen = () => socket.send(JSON.stringify(hello()));
      socket.onmessage = (event) => {
        if (ended) return;
        const frame = parsed(event.data);
        if (frame) return events.frame(frame);
        // Something between damaged it: what follows cannot be trusted either.
        socket.close();
        end(LINK_LOST);
      };
      socket.onclose = (event) => end(event.code);
      socket.onerror = () => end(LINK_LOST);
      return {
        send(frame) {
          // A closing socket drops what it is given; what matters is in the outbox and goes out again.
          if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
        },
        close() {
          ended = true;
          socket.close();
        },
      };
    },
  };
}

function parsed(text: string): RelayFrame | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
