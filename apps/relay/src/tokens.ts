import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for an address, a cookie or a frame. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token. No salt: 256 random bits cannot be guessed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** 128 random bits in hex: names a thing, and is no authority by itself. */
export function newId(): string {
  return randomBytes(16).toString("hex");
}
