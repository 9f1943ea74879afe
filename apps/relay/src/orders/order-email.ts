import { createHash, timingSafeEqual } from "node:crypto";
import { EmailAddress } from "@shopbell/protocol";

/** An address as addresses are compared: without case and spaces around it. Null where it is none. `maria+shop@` is another than `maria@`. */
export function comparedEmail(typed: string): string | null {
  const parsed = EmailAddress.safeParse(typed.trim());
  return parsed.success ? parsed.data : null;
}

/** Are these the same address? Takes as long for one that is nearly right as for any other. */
export function isSameEmail(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

/** Digests have one length, which a comparison in constant time needs. */
function digest(email: string): Buffer {
  return createHash("sha256").update(email.trim().toLowerCase()).digest();
}
