const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * An address that a reader may be led to, as browsers write it; undefined for every other, so that the words stay and the link goes.
 * What a browser would make of it decides, not what it looks like: tabs, case, and control characters are gone by then.
 */
export function safeLink(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && SCHEMES.has(url.protocol) ? url.href : undefined;
}
