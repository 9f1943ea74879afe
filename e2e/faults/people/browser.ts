import { WebSocket as NodeSocket } from "ws";

/** What the browser adds to every request of its person. */
export type BrowserHeaders = Readonly<Record<string, string>>;

const browsers = new Map<string, BrowserHeaders>();
const fetchPlain = globalThis.fetch;

/** Everybody's relay has an address of its own, which tells whose browser asks. */
class BrowserSocket extends NodeSocket {
  constructor(url: string | URL) {
    super(url, { headers: browsers.get(new URL(url).host) ?? {}, perMessageDeflate: false });
    this.on("error", () => undefined); // `onerror` is told as well, and close follows
  }
}

/**
 * Makes this process the browser of many people: the client's code finds WebSocket and fetch as in a page, and they send
 * the origin and the cookie of whoever they belong to.
 */
export function openBrowsers(): void {
  const fetchAsBrowser: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    const added = input instanceof Request ? {} : browsers.get(new URL(input).host);
    for (const [name, value] of Object.entries(added ?? {})) headers.set(name, value);
    return fetchPlain(input, { ...init, headers });
  };
  Object.assign(globalThis, { WebSocket: BrowserSocket, fetch: fetchAsBrowser });
}

/** @param host whose requests get these headers: address and port as in the relay's URL */
export function browse(host: string, headers: BrowserHeaders): void {
  browsers.set(host, headers);
}
