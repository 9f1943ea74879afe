import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { COMMON_PASSWORDS } from "./common-passwords.ts";

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const MIN_LENGTH = 12;
const PREFIX = "argon2id$m=19456,t=2,p=1$";

/** Long enough, and not on the list of those that everybody tries first. */
export function isStrongPassword(password: string): boolean {
  return password.length >= MIN_LENGTH && !COMMON_PASSWORDS.has(password.toLowerCase());
}

/** What is stored of a password. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { ...COST, message: password, nonce });
  return `${PREFIX}${nonce.toString("base64url")}$${tag.toString("base64url")}`;
}

/**
 * Does this password belong to what was stored? With nothing stored it works as long and says no, so that the time
 * taken does not tell which accounts exist.
 */
export async function checkPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [nonce, expected] = (stored?.slice(PREFIX.length) ?? "$").split("$");
  const salt = Buffer.from(nonce || "AAAAAAAAAAAAAAAAAAAAAA", "base64url");
  const tag = await derive("argon2id", { ...COST, message: password, nonce: salt });
  const wanted = Buffer.from(expected ?? "", "base64url");
  return wanted.length === tag.length && timingSafeEqual(wanted, tag);
}
