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
        if (!ended) events.frame(JSON.parse(event.data));
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
