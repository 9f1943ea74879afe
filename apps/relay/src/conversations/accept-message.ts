/** What was stored before under the same author and message id. */
export interface Recorded {
  readonly seq: number;
  readonly at: number;
  readonly text: string;
}

export type Verdict =
  | { kind: "accepted" }
  | { kind: "duplicate"; seq: number; at: number }
  | { kind: "refused"; reason: "conflict" };

/**
 * Decides what becomes of a draft. Changes nothing: the caller stores and publishes.
 *
 * A draft that is already recorded is a duplicate, not an error: a sender resends after a lost acknowledgement and must
 * be told the same outcome again (S3).
 */
export function acceptMessage(recorded: Recorded | undefined, draft: { readonly text: string }): Verdict {
  if (recorded === undefined) return { kind: "accepted" };
  if (recorded.text !== draft.text) return { kind: "refused", reason: "conflict" };
  return { kind: "duplicate", seq: recorded.seq, at: recorded.at };
}
