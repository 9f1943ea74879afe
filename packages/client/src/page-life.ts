/** What a page's life does to a line. */
export interface PageLifeEvents {
  /** The page goes into the back/forward cache, is frozen, or ends. */
  pause(): void;
  /** It came back from there. */
  resume(): void;
  /** It was shown again, or the network came back: is the link still alive? */
  probe(): void;
  /** The device has no network any more. */
  offline(): void;
}

/**
 * Follows the page's life (B3, B8). A socket that stays open would keep the shop's page out of the back/forward cache.
 * Returns how to stop following.
 */
export function followPageLife(events: PageLifeEvents): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  addEventListener("pagehide", () => events.pause(), { signal });
  addEventListener("pageshow", (event) => (event.persisted ? events.resume() : events.probe()), { signal });
  addEventListener("online", () => events.probe(), { signal });
  addEventListener("offline", () => events.offline(), { signal });
  document.addEventListener("freeze", () => events.pause(), { signal });
  document.addEventListener("resume", () => events.resume(), { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && events.probe(), {
    signal,
  });
  return () => abort.abort();
}
