import type { ConversationId } from "@shopbell/protocol";
import type { Letter } from "./letter.ts";

/** A conversation, as far as mail is concerned. */
export interface Correspondence {
  readonly id: ConversationId;
  readonly number: number;
  readonly siteKey: string;
  readonly visitorId: string;
  /** Where its visitor reads answers. */
  readonly email: string | null;
}

/** What is known about what a letter points to. */
export interface Context {
  /** The site that mail belongs to that belongs to none; null where there is no site yet. */
  readonly siteKey: string | null;
  /** The conversation whose reply token, as made for its present address, was right. */
  readonly replyTo: Correspondence | null;
  /** The conversation about which the mail was that came back. */
  readonly returned: Correspondence | null;
  /** It is the test message that the owner has sent. */
  readonly isTest: boolean;
  /** It comes from our own address, or is a mail that we sent. */
  readonly isOwn: boolean;
}

/**
 * What becomes of a letter. `proved`: its sender is who they say; of who joins, that is always so. `acknowledged`: a program
 * may confirm to them that it came.
 */
export type Fate =
  | { readonly kind: "joins"; readonly conversation: Correspondence }
  | Beginning
  | { readonly kind: "bounced"; readonly conversation: Correspondence; readonly address: string }
  | { readonly kind: "tested" }
  | { readonly kind: "ignored"; readonly why: "bounce" | "own" | "automatic" | "no-sender" | "empty" }
  | { readonly kind: "refused"; readonly why: "no-site" };

interface Beginning {
  readonly kind: "begins";
  readonly siteKey: string;
  readonly from: NonNullable<Letter["from"]>;
  readonly proved: boolean;
  readonly acknowledged: boolean;
}

/**
 * Decides what becomes of a letter. Changes nothing: the caller carries it out.
 *
 * A letter joins a conversation by its reply token, and only from the address that the token was made for: a token that went
 * on to somebody else opens nothing, and neither does being in copy. What anybody can write, as In-Reply-To, a subject or
 * a number, leads nowhere.
 */
export function acceptMail(letter: Letter, context: Context): Fate {
  const { bounce, from, automatic, origin } = letter;
  if (context.isTest) return { kind: "tested" };
  if (bounce !== null) return fateOfBounce(bounce.recipient, context);
  if (context.isOwn) return { kind: "ignored", why: "own" };
  if (automatic) return { kind: "ignored", why: "automatic" };
  if (from === null) return { kind: "ignored", why: "no-sender" };
  if (letter.text === "" && letter.files.length === 0 && letter.subject === "")
    return { kind: "ignored", why: "empty" };
  const { replyTo, siteKey } = context;
  if (replyTo?.email === from.address && origin !== "doubtful") {
    return { kind: "joins", conversation: replyTo };
  }
  const site = replyTo?.siteKey ?? siteKey;
  if (site === null) return { kind: "refused", why: "no-site" };
  // Whose name was forged has asked for nothing, and gets nothing.
  const acknowledged = origin !== "doubtful" && !letter.wantsNoReceipt;
  return { kind: "begins", siteKey: site, from, proved: origin === "proved", acknowledged };
}

function fateOfBounce(recipient: string, { returned, replyTo }: Context): Fate {
  const conversation = returned ?? replyTo;
  if (conversation === null) return { kind: "ignored", why: "bounce" };
  return { kind: "bounced", conversation, address: recipient };
}
