/** Where the relay answers for one shop. */
export function sitePath(siteKey: string, part: string): string {
  return `/v1/agent/sites/${encodeURIComponent(siteKey)}/${part}`;
}
