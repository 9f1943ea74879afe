import { t } from "../i18n.ts";

/** What is wrong with a field, in words, or null. The relay decides in the end; this only saves a round trip. */
export type Fault = string | null;

export const MIN_PASSWORD_LENGTH = 12;

export function emailFault(email: string): Fault {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? null : t("fault.email");
}

export function passwordFault(password: string): Fault {
  if (password === "") return t("fault.passwordMissing");
  const missing = MIN_PASSWORD_LENGTH - password.length;
  return missing > 0 ? t("fault.passwordShort", { count: missing }) : null;
}

export function nameFault(name: string): Fault {
  return name.trim() === "" ? t("fault.name") : null;
}

export function shopNameFault(name: string): Fault {
  return name.trim() === "" ? t("fault.shopName") : null;
}

export function originFault(address: string): Fault {
  return originOf(address) === null ? t("fault.shopOrigin") : null;
}

/** The origin behind an address as people type it: with or without a scheme, with a path or a slash at its end. */
export function originOf(address: string): string | null {
  const typed = address.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(withScheme)) return null;
  const { protocol, origin, hostname } = new URL(withScheme);
  const web = protocol === "https:" || protocol === "http:";
  const reachable = hostname.includes(".") || hostname === "localhost" || hostname.startsWith("[");
  return web && reachable ? origin : null;
}
