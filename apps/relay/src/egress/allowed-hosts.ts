/**
 * A host and a port as they are compared, whatever way they were written in; null where they are none.
 *
 * The port must be said: what may be asked on one port of a machine may not be asked on all of them.
 */
export function canonicalHost(hostAndPort: string): string | null {
  const [, host = "", port = ""] = /^([^\s/?#@]+):(\d{1,5})$/.exec(hostAndPort) ?? [];
  const address = `http://${host}:${port}/`;
  return host !== "" && URL.canParse(address) ? hostOf(new URL(address), port) : null;
}

/** The host and the port that an address is asked at. */
export function hostOf(url: URL, port = url.port): string {
  return `${url.hostname}:${Number(port || (url.protocol === "https:" ? 443 : 80))}`;
}
