import { EmailAddress, type ProblemCode, type RequestOpen } from "@shopbell/protocol";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Whereto } from "../conversations/request.ts";

type Written = Pick<RequestOpen, "email" | "phone" | "callAt">;

export type ReadWhereto =
  | { readonly kind: "read"; readonly whereto: Whereto }
  | { readonly kind: "wrong"; readonly problem: WheretoProblem };

export type WheretoProblem = Extract<ProblemCode, "email-invalid" | "phone-invalid" | "time-invalid">;

/** Furthest day on which somebody may ask to be called. */
const CALL_WITHIN_MS = 14 * 24 * 3_600_000;
/** More than a number has, with all that people write between its digits. Longer ones are not worth reading. */
const MAX_NUMBER_LENGTH = 40;

/**
 * Reads where a visitor wants the answer: an address in lower case, a number in E.164, a time to come.
 *
 * @param takesCalls may the shop be asked to call at this instant?
 */
export function readWhereto(written: Written, now: number, takesCalls: (at: number) => boolean): ReadWhereto {
  const [email, phone] = [readEmail(written.email), readPhone(written.phone)];
  const { callAt } = written;
  if (written.email !== undefined && email === undefined) return wrong("email-invalid");
  if (written.phone !== undefined && phone === undefined) return wrong("phone-invalid");
  if (callAt !== undefined && !isCallable(callAt, now, takesCalls)) return wrong("time-invalid");
  const whereto = whereFrom(email, phone, callAt);
  return whereto === undefined ? wrong("email-invalid") : { kind: "read", whereto };
}

/** A time without a number to call says nothing. */
function whereFrom(email?: string, phone?: string, callAt?: number): Whereto | undefined {
  if (email === undefined && phone === undefined) return undefined;
  const call = phone !== undefined && { phone, ...(callAt !== undefined && { callAt }) };
  return { ...(email !== undefined && { email }), ...call };
}

function readEmail(written: string | undefined): string | undefined {
  return EmailAddress.safeParse(written?.trim()).data;
}

function readPhone(written = ""): string | undefined {
  const number = written.length <= MAX_NUMBER_LENGTH ? parsePhoneNumberFromString(written) : undefined;
  return number?.isValid() ? number.number : undefined;
}

/** A number in E.164 as people read it: `+351 21 000 0142`. */
export function readablePhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

function isCallable(at: number, now: number, takesCalls: (at: number) => boolean): boolean {
  return at >= now && at - now <= CALL_WITHIN_MS && takesCalls(at);
}

function wrong(problem: WheretoProblem): ReadWhereto {
  return { kind: "wrong", problem };
}
