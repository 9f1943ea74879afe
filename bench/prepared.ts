import { createHash } from "node:crypto";

/** Of the prepared conversations so many are open, spread evenly over the others: as in a shop that has been busy for years. */
export const PREPARED_OPEN = 1_000;
/** Entries of each prepared conversation: a question and an answer. */
export const PREPARED_ENTRIES = 2;
/** Name of the database's lineage: ends that come back must know it, or their cursors count for nothing (H5). */
export const PREPARED_EPOCH = "bench";

/** Names that both the database's end and the load can work out from a number. They look random, as real ones are. */
export const preparedConversation = (index: number) => hash(`conversation ${index}`, "hex").slice(0, 32);
export const preparedVisitor = (index: number) => hash(`visitor ${index}`, "hex").slice(0, 32);
export const preparedToken = (index: number) => hash(`token ${index}`, "base64url");

/** Distance between two open conversations. */
export const preparedStride = (count: number) => Math.max(1, Math.floor(count / PREPARED_OPEN));

function hash(text: string, encoding: "hex" | "base64url"): string {
  return createHash("sha256").update(text).digest(encoding);
}
