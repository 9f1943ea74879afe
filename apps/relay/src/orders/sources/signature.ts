import { createHmac } from "node:crypto";

/**
 * What a shop's own endpoint recognises us by: HMAC-SHA256 over the second and the body, so that neither another body nor an old
 * question passes as a new one. Sent as `Shopbell-Signature`.
 */
export function signatureOf(body: string, secret: string, now: number): string {
  const seconds = Math.floor(now / 1_000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}
