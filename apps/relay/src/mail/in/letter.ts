/** A mail, as far as anything is decided from it. What anybody can write into a mail, as In-Reply-To, is not in it. */
export interface Letter {
  /** Null where there is none, or more than one. The address is in lower case. */
  readonly from: { readonly address: string; readonly name: string | null } | null;
  /** Every address that it was sent or delivered to, in lower case. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly messageId: string | null;
  /** All that it says, and what of it is not a quotation of an earlier mail. */
  readonly text: string;
  readonly newText: string;
  readonly files: readonly MailFile[];
  /** Does the mail come from whom it says, in the words of the server that received it for us? */
  readonly origin: Origin;
  /** A program wrote it (RFC 3834): nothing becomes of it. */
  readonly automatic: boolean;
  /** It asks that no program answers it, although a person may have written it. */
  readonly wantsNoReceipt: boolean;
  readonly bounce: Bounce | null;
}

/** `unknown`: the server says nothing about it, or nothing that may be believed. */
export type Origin = "proved" | "doubtful" | "unknown";

/** A file as it came. */
export interface MailFile {
  readonly name: string;
  /** As the sender says. */
  readonly type: string;
  readonly content: Uint8Array;
}

/** What a server says of a mail that it could not deliver for good (RFC 3464). */
export interface Bounce {
  readonly recipient: string;
  /** Of the mail that came back. */
  readonly messageId: string | null;
}

/** What reading a mail came to. Nothing is thrown, whatever the mail is. */
export type ReadMail =
  | { readonly kind: "read"; readonly letter: Letter }
  | { readonly kind: "unreadable"; readonly why: "too-large" | "malformed" | "too-slow" };

/** Largest mail that is read, in bytes. */
export const MAX_MAIL_BYTES = 30 * 2 ** 20;
