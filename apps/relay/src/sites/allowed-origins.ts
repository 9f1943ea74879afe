/**
 * The canonical form of a web origin that an owner wrote (scheme, host, port), or null where it is none.
 * An address with a path is taken for the origin that it is on.
 */
export function canonicalOrigin(written: string): string | null {
  if (!URL.canParse(written)) return null;
  const { protocol, origin, username, password } = new URL(written);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && password === "" ? origin : null;
}

/**
 * Is an Origin header on the list? Compared exactly, as the browser wrote it: no suffixes, no patterns, no case folding.
 * Browsers send the canonical form, so whatever else arrives was not written by one (K4).
 */
export function isAllowedOrigin(allowed: readonly string[], origin: string | undefined): boolean {
  return origin !== undefined && origin !== "null" && allowed.includes(origin);
}
