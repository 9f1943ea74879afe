import { BACKOFF_CAP_MS } from "@shopbell/protocol/limits";
import { applyFrame } from "./apply-frame.ts";
import { systemClock } from "./clock.ts";
import { DirectLine } from "./direct-line.ts";
import { draftStore } from "./draft-store.ts";
import { lazyTransport } from "./lazy-transport.ts";
import type { Line } from "./line.ts";
import type { LineState } from "./line-state.ts";
import { followPageLife } from "./page-life.ts";
import { SharedLine } from "./shared-line.ts";
import { socketTransport } from "./socket-transport.ts";
import { deviceStorage, forgetVisitor, keepItem, storagePrefix } from "./visitor-storage.ts";

export interface VisitorLineOptions {
  /** Origin of the relay, without a trailing slash. */
  relayUrl: string;
  siteKey: string;
  /** BCP 47 tag of what the visitor reads. */
  locale: string;
}

/**
 * A visitor's line. Nothing is stored and nothing connects before the visitor sends something or has done so before.
 * All tabs of the browser share one socket where the browser can (B7).
 */
export function openVisitorLine({ relayUrl, siteKey, locale }: VisitorLineOptions): Line {
  const storage = deviceStorage();
  const tokenKey = `${storagePrefix(siteKey)}token`;
  const address = `${relayUrl}/v1/sites/${encodeURIComponent(siteKey)}`;
  const drafts = draftStore(storage, `${storagePrefix(siteKey)}out:`, systemClock.wall);

  // Where the storage is full or forbidden, the visitor stays the same for as long as the page lives.
  let token = storage.getItem(tokenKey);

  function direct(initial: LineState): DirectLine {
    return new DirectLine({
      clock: systemClock,
      socket: socketTransport(`${address.replace(/^http/, "ws")}/socket`),
      // Few networks need it: they fetch its code when they do.
      poll: lazyTransport(async () =>
        (await import("./poll-transport.ts")).pollTransport(`${address}/poll`, systemClock),
      ),
      capMs: BACKOFF_CAP_MS,
      drafts,
      side: "visitor",
      apply: applyFrame,
      hello: (resumption) => {
        token = storage.getItem(tokenKey) ?? token;
        return { ...resumption, token, locale };
      },
      keepToken(minted) {
        token = minted;
        keepItem(storage, tokenKey, minted);
      },
      forgetToken() {
        // Another tab may have got a newer one in the meantime.
        if (storage.getItem(tokenKey) === token) storage.removeItem(tokenKey);
        token = null;
        return true;
      },
      initial,
    });
  }

  const line = new SharedLine({
    name: `shopbell:${siteKey}`,
    drafts,
    direct,
    wipe: () => forgetVisitor(storage, siteKey),
  });
  followPageLife(line);
  return line;
}
