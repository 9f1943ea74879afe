import { createHash } from "node:crypto";
import type { PostState } from "@shopbell/protocol";

/** Something that was written publicly under an answer, as it is stored. */
export interface WrittenPost {
  readonly id: string;
  readonly siteKey: string;
  readonly answerId: string;
  /** The question that it answers; null is a question. */
  readonly parentId: string | null;
  readonly locale: string;
  /** As it is shown. */
  readonly name: string;
  /** Where it is confirmed; null of an agent's, and once nobody needs it any more. */
  readonly email: string | null;
  readonly agentId: string | null;
  readonly text: string;
  readonly state: PostState;
  readonly at: number;
}

/** UTF-16 code units of what a visitor writes. */
export const MAX_POST_LENGTH = 1_000;
/** A link that confirms is good for this long. */
const CONFIRM_WITHIN_MS = 24 * 3_600_000;

export type Confirmation =
  | { readonly kind: "confirmed"; readonly state: "held" | "shown" }
  | { readonly kind: "before" }
  | { readonly kind: "late" };

/**
 * Decides what comes of a link that confirms. Whatever an agent has said since stays as it is: who follows their link again brings
 * nothing back.
 *
 * @param holds does an agent look before it is shown?
 */
export function confirm({ state, at }: Pick<WrittenPost, "state" | "at">, holds: boolean, now: number): Confirmation {
  if (state !== "unconfirmed") return { kind: "before" };
  if (now - at > CONFIRM_WITHIN_MS) return { kind: "late" };
  return { kind: "confirmed", state: holds ? "held" : "shown" };
}

/** The id of what a form makes. It follows from the form's nonce, so that sending twice makes one; nobody finds the nonce by it. */
export function postIdOf(nonce: string): string {
  return createHash("sha256").update(`post ${nonce}`).digest("hex").slice(0, 32);
}

/** Can this be the id of a post? */
export function isPostId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
