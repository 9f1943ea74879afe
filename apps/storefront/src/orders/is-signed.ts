import { createHmac, timingSafeEqual } from "node:crypto";

/** How far two clocks may be apart, and how long somebody who overheard a question could ask it again. */
const WINDOW_S = 300;

/** Does a question come from whoever shares our secret, and from these minutes? @param header `Shopbell-Signature` */
export function isSigned(body: string, header: string, secret: string, now: number): boolean {
  const [, seconds = "", given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (given === undefined || Math.abs(now / 1_000 - Number(seconds)) > WINDOW_S) return false;
  const expected = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
