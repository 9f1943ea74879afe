import { createHmac, timingSafeEqual } from "node:crypto";
import type { Conversation } from "../conversations/conversation.ts";

/** What a token was made for: one for a purpose opens nothing else. */
type Purpose = "request" | "mailed" | "reply" | "mail-test";

type Named = Pick<Conversation, "id" | "number">;

/** 130 bits in base 32: read by people, and the same in an address whose capitals a mail server has lost. */
const TOKEN_LENGTH = 26;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * Makes the tokens of private links and reply addresses, and checks them. They follow from the installation's secret, so that
 * none is stored and each can be shown again.
 */
export class Links {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** The path of a conversation's page, for whoever began it. */
  readonly requestPath = ({ id, number }: Named): string => `/r/${number}-${this.#token("request", id)}`;

  /** The same as it is mailed: who comes by it reads what is sent to that address. */
  mailedPath({ id, number }: Named, email: string): string {
    return `/r/${number}-${this.#token("mailed", `${id} ${email}`)}`;
  }

  /** What a reply address carries behind the plus, in a mail to that address: who brings it back has read mail there. */
  replyToken({ id, number }: Named, email: string): string {
    return `${number}-${this.#token("reply", `${id} ${email}`)}`;
  }

  /** What a test mail must bring back. */
  testToken(what: string): string {
    return this.#token("mail-test", what);
  }

  /** Which of the two ways in this token is, or none. */
  opens({ id, email }: Pick<Conversation, "id" | "email">, token: string): "shown" | "mailed" | null {
    if (same(token, this.#token("request", id))) return "shown";
    return email !== null && same(token, this.#token("mailed", `${id} ${email}`)) ? "mailed" : null;
  }

  /** Is this the token of a mail to the address that answers go to now? */
  isReplyTo({ id, email }: Pick<Conversation, "id" | "email">, token: string): boolean {
    return email !== null && same(token.toLowerCase(), this.#token("reply", `${id} ${email}`));
  }

  #token(purpose: Purpose, what: string): string {
    const mac = createHmac("sha256", this.#secret).update(`${purpose}\0${what}`).digest();
    return Array.from(mac.subarray(0, TOKEN_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  }
}

/** Splits `1042-token`; undefined where it is nothing of the kind. */
export function readToken(text: string): { number: number; token: string } | undefined {
  const [, number, token] = /^(\d{1,9})-([a-z2-7]{26})$/i.exec(text) ?? [];
  return number === undefined || token === undefined ? undefined : { number: Number(number), token };
}

function same(a: string, b: string): boolean {
  const [bytes, others] = [Buffer.from(a), Buffer.from(b)];
  return bytes.length === others.length && timingSafeEqual(bytes, others);
}
