import { createHmac, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 16;

/** The path by which somebody confirms what they have written: whoever has it reads the mail of the address that was given. */
export function confirmPath(secret: Buffer, postId: string): string {
  return `/q/confirm/${postId}-${tokenOf(secret, postId).toString("hex")}`;
}

/** Which post the last part of such a path confirms; undefined where it is none of ours. */
export function confirmedBy(secret: Buffer, part: string): string | undefined {
  const [, postId, token] = /^([0-9a-f]{32})-([0-9a-f]{32})$/.exec(part) ?? [];
  if (postId === undefined || token === undefined) return undefined;
  return timingSafeEqual(Buffer.from(token, "hex"), tokenOf(secret, postId)) ? postId : undefined;
}

function tokenOf(secret: Buffer, postId: string): Buffer {
  return createHmac("sha256", secret).update(`post\0${postId}`).digest().subarray(0, TOKEN_BYTES);
}
