/** Where signing in leads when nothing, or nothing of ours, was asked for. */
export const HOME = "/";

const OWN = "http://console.invalid";

/**
 * The path inside the console to return to after signing in. Anything that could lead elsewhere becomes the inbox:
 * another origin, `//host`, backslashes, control characters that browsers drop before they read an address.
 */
export function returnPath(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith("/") || !URL.canParse(asked, OWN)) return HOME;
  const url = new URL(asked, OWN);
  if (url.origin !== OWN || url.pathname.startsWith("//")) return HOME;
  if (url.pathname === "/sign-in" || url.pathname === "/set-up") return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}
