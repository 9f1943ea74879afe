import { EmailAddress, type ProblemCode, type RequestOpen } from "@shopbell/protocol";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Whereto } from "../conversations/request.ts";

export type ReadWhereto =
  | { readonly kind: "read"; readonly whereto: Whereto }
  | { readonly kind: "wrong"; readonly problem: ProblemCode };

/** Furthest day on which somebody may ask to be called. */
const CALL_WITHIN_MS = 14 * 24 * 3_600_000;

/**
 * Reads where a visitor wants the answer: an address in lower case, a number in E.164, a time to come.
 *
 * @param takesCalls may the shop be asked to call at this instant?
 */
export function readWhereto(
  { email, phone, callAt }: Pick<RequestOpen, "email" | "phone" | "callAt">,
  now: number,
  takesCalls: (at: number) => boolean,
): ReadWhereto {
  const address = email === undefined ? undefined : EmailAddress.safeParse(email.trim());
  if (address?.success === false) return { kind: "wrong", problem: "email-invalid" };
  const number = phone === undefined ? undefined : parsePhoneNumberFromString(phone, { extract: false });
  if (phone !== undefined && !number?.isValid()) return { kind: "wrong", problem: "phone-invalid" };
  const isTime = callAt === undefined || (callAt >= now && callAt - now <= CALL_WITHIN_MS && takesCalls(callAt));
  if (!isTime) return { kind: "wrong", problem: "time-invalid" };
  if (address === undefined && number === undefined) return { kind: "wrong", problem: "email-invalid" };
  return {
    kind: "read",
    whereto: {
      ...(address?.data !== undefined && { email: address.data }),
      ...(number && { phone: number.number }),
      ...(callAt !== undefined && { callAt }),
    },
  };
}
