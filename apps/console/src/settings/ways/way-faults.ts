import type { Way, WayKind } from "@shopbell/protocol/types";
import { emailFault } from "../../ui/faults.ts";
import { say } from "../words.ts";

/** In the order in which they are offered. */
export const WAY_KINDS = [
  "phone",
  "email",
  "whatsapp",
  "messenger",
  "instagram",
  "telegram",
] as const satisfies readonly WayKind[];

/** As many as the relay takes. */
export const MOST_WAYS = 12;

/** With the code of a country; people write spaces, dots, dashes, slashes and brackets into it. */
const PHONE = /^\+\d[\d\s()./-]{5,24}$/;
/** A name as it is, or as people copy it: with an @, or in the address of a page. */
const NAME = /^@?(?=.*[a-z0-9])[a-z0-9._-]{2,64}$/i;
const PAGE = /^(?:https?:\/\/)?[a-z0-9.-]+\.[a-z]{2,}\/\S+$/i;

/** What is wrong with a way, in words, or null. The relay decides in the end; this says it beside the field. */
export function wayFault({ kind, value }: Pick<Way, "kind" | "value">): string | null {
  const typed = value.trim();
  switch (kind) {
    case "phone":
    case "whatsapp":
      return PHONE.test(typed) ? null : say("way.phoneFault");
    case "email":
      return emailFault(typed) && say("way.emailFault");
    default:
      return NAME.test(typed) || PAGE.test(typed) ? null : say("way.nameFault");
  }
}
