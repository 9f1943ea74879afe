import { EmailAddress, type ProblemCode, type ShownWay, type Way, type WayKind } from "@shopbell/protocol";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { openingAt } from "../availability/opening-hours.ts";

export type ReadWay =
  | { readonly kind: "read"; readonly way: Way }
  | { readonly kind: "wrong"; readonly problem: Extract<ProblemCode, "email-invalid" | "phone-invalid" | "malformed"> };

/** What the networks take as a name. */
const NETWORK_NAME = /^(?=.*[a-z0-9])[a-z0-9._-]{2,64}$/i;
/** A host with a dot in it, and a path. */
const PAGE = /^(?:https?:\/\/)?[^/?#]+\.[^/?#]+\//i;

/** Reads another way to reach a shop as its owner wrote it: a number in E.164, an address, or the bare name on a network. */
export function readWay({ kind, value, hours }: Way): ReadWay {
  switch (kind) {
    case "phone":
    case "whatsapp": {
      const number = parsePhoneNumberFromString(value);
      if (!number?.isValid()) return { kind: "wrong", problem: "phone-invalid" };
      return { kind: "read", way: { kind, value: number.number, hours: kind === "phone" ? hours : null } };
    }
    case "email": {
      const address = EmailAddress.safeParse(value);
      if (!address.success) return { kind: "wrong", problem: "email-invalid" };
      return { kind: "read", way: { kind, value: address.data, hours: null } };
    }
    default: {
      const name = networkName(value);
      if (name === undefined) return { kind: "wrong", problem: "malformed" };
      return { kind: "read", way: { kind, value: name, hours: null } };
    }
  }
}

/** People paste the whole address, where the name is the last step of its path, or write an @ before the name. */
function networkName(written: string): string | undefined {
  const page = PAGE.test(written) ? URL.parse(written.replace(/^(?:https?:\/\/)?/i, "https://")) : null;
  const name = (page ? page.pathname.split("/").findLast((step) => step !== "") : written)?.replace(/^@/, "");
  return name !== undefined && NETWORK_NAME.test(name) ? name : undefined;
}

/** The ways as visitors get them at a moment. */
export function shownWays(ways: readonly Way[], now: number): ShownWay[] {
  return ways.map(({ kind, value, hours }) => {
    const opening = hours && openingAt(hours, now);
    return {
      kind,
      label: labelOf(kind, value),
      href: HREFS[kind](value),
      open: opening?.isOpen ?? null,
      changesAt: opening?.closesAt ?? opening?.opensAt ?? null,
    };
  });
}

/** A way's address with what a visitor has typed in it, whole characters or not. */
export function hrefWith({ href }: Pick<ShownWay, "href">, text: string): string {
  return href.replace("{text}", encodeURIComponent(text.toWellFormed()));
}

/** As each network documents its links. Instagram's take no text. */
const HREFS: Readonly<Record<WayKind, (value: string) => string>> = {
  phone: (value) => `tel:${value}`,
  email: (value) => `mailto:${encodeURIComponent(value).replace("%40", "@")}?body={text}`,
  whatsapp: (value) => `https://wa.me/${value.slice(1)}?text={text}`,
  messenger: (value) => `https://m.me/${value}?text={text}`,
  instagram: (value) => `https://ig.me/m/${value}`,
  telegram: (value) => `https://t.me/${value}?text={text}`,
};

function labelOf(kind: WayKind, value: string): string {
  switch (kind) {
    case "phone":
    case "whatsapp":
      return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
    case "instagram":
    case "telegram":
      return `@${value}`;
    default:
      return value;
  }
}
