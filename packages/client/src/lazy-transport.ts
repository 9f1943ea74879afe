import { LINK_LOST, type Link, type Transport } from "./transport.ts";

/** A transport whose code is fetched at its first use; code that cannot be fetched is a lost link. */
export function lazyTransport(load: () => Promise<Transport>): Transport {
  return {
    connect(hello, events) {
      let link: Link | undefined;
      let given = false;
      load().then(
        (transport) => {
          if (!given) link = transport.connect(hello, events);
        },
        () => given || events.closed(LINK_LOST),
      );
      return {
        send: (frame) => link?.send(frame),
        close() {
          given = true;
          link?.close();
        },
      };
    },
  };
}
