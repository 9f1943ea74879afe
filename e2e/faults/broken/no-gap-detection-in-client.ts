import type { Transport } from "@shopbell/client/testing";

/** Broken on purpose: an end that never asks for what it missed, and does not say what it has when it comes back. */
export function withoutGapDetection(socket: Transport): Transport {
  return {
    connect(hello, events) {
      const link = socket.connect(() => ({ ...hello(), cursors: {} }), events);
      return {
        send(frame) {
          if (frame.type !== "conversation.open" || frame.after === null) link.send(frame);
        },
        close: () => link.close(),
      };
    },
  };
}
