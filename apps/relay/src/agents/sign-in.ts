import { SIGN_IN_IDLE_MS, SIGN_IN_LIFE_MS } from "../limits.ts";

/** When somebody signed in, and when that sign-in was last used. */
export interface SignInAge {
  readonly createdAt: number;
  readonly seenAt: number;
}

/** A sign-in ends after 8 hours without use, and after 7 days in any case. */
export function signInStands({ createdAt, seenAt }: SignInAge, now: number): boolean {
  return now - createdAt < SIGN_IN_LIFE_MS && now - seenAt < SIGN_IN_IDLE_MS;
}

/** Name of the cookie. `__Host-` needs https: the browser then refuses it from any other host or path (RFC 6265bis). */
export function cookieName(secure: boolean): string {
  return secure ? "__Host-shopbell" : "shopbell";
}

/** How browsers keep the cookie: never readable by scripts, never sent along by another site's forms. */
export function cookieOptions(secure: boolean) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: SIGN_IN_LIFE_MS / 1_000 } as const;
}

/** What a list of sign-ins calls a browser: enough of the User-Agent to recognise it. */
export function browserName(userAgent: string | undefined): string {
  return (userAgent ?? "").replace(/[^\x20-\x7e]/g, "").slice(0, 200) || "unknown";
}
