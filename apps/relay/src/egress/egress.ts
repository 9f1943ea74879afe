import type { LookupFunction } from "node:net";
import { hostOf } from "./allowed-hosts.ts";
import { type Asked, askOnce, type Received } from "./ask-once.ts";
import { EgressFault, EgressSilence, faultOf } from "./egress-fault.ts";

/** Five seconds in all, redirects included. */
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 1024 * 1024;
const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface EgressOptions {
  /** Hosts with their port, as `canonicalHost` writes them, that may be at a private address. */
  readonly allow: readonly string[];
  /** How names become addresses; tests hand in their own. */
  readonly lookup?: LookupFunction;
}

export interface AskOptions {
  /** Sent to the origin that was asked, and no further than it leads within itself. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

/** What may be asked of the world outside. */
export type Outside = Pick<Egress, "get" | "post" | "allows">;

/**
 * Every HTTP request that the relay makes. Only public addresses are asked, which is checked of the very address that is connected
 * to, at every hop; no proxy of the environment is used.
 */
export class Egress {
  readonly #allow: ReadonlySet<string>;
  readonly #lookup: LookupFunction | undefined;

  constructor({ allow, lookup }: EgressOptions) {
    this.#allow = new Set(allow);
    this.#lookup = lookup;
  }

  /** Does `EGRESS_ALLOW` name the host of this address? */
  allows(url: string): boolean {
    return this.#allow.has(hostOf(new URL(url)));
  }

  /** Follows up to three redirects, into a private network only where they stay on the host that was named. @throws EgressFault */
  async get(url: string, options: AskOptions = {}): Promise<Received> {
    let asked = this.#asked("GET", options);
    const named = readUrl(url);
    let here = named;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const received = await this.#ask(here, asked, here.hostname === named.hostname);
      if (!REDIRECTS.has(received.status) || received.location === null) return received;
      const next = readUrl(received.location, here);
      if (next.origin !== here.origin) asked = { ...asked, headers: {} };
      here = next;
    }
    throw new EgressFault(`${here.host} sent us on more than ${MAX_REDIRECTS} times.`);
  }

  /** Follows no redirect: what is posted is for the address that was named. @throws EgressFault */
  async post(url: string, body: string, options: AskOptions = {}): Promise<Received> {
    return this.#ask(readUrl(url), { ...this.#asked("POST", options), body }, true);
  }

  #asked(method: string, { headers = {}, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES }: AskOptions): Asked {
    return { method, headers, maxBytes, signal: AbortSignal.timeout(timeoutMs), lookup: this.#lookup };
  }

  /** @param isNamed not led to by another host: only whoever names a private address may ask it */
  async #ask(url: URL, asked: Asked, isNamed: boolean): Promise<Received> {
    try {
      return await askOnce(url, asked, isNamed && this.#allow.has(hostOf(url)));
    } catch (error) {
      throw asked.signal.aborted ? new EgressSilence(`${url.host} did not answer in time.`) : faultOf(url.host, error);
    }
  }
}

/** @throws EgressFault where it is no address of the web, or holds a name and a password, which would end up in logs. */
function readUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new EgressFault(
      `${base === undefined ? "The address" : `Where ${base.host} leads`} is no http or https address.`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new EgressFault(`The address of ${url.host} must not hold a name or a password.`);
  }
  return url;
}
