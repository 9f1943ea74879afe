import type { Attachment } from "postal-mime";
import { isSendable } from "../address.ts";
import type { Bounce } from "./letter.ts";

/** Long reports are of no more use than short ones. */
const MAX_PART_BYTES = 65_536;

/** Reads a report on a mail that was given up. One that is only late is none. */
export function bounceIn(parts: readonly Attachment[]): Bounce | null {
  const report = parts.find(({ mimeType }) => mimeType === "message/delivery-status");
  if (report === undefined) return null;
  const fields = beginningOf(report);
  if (!/^action:\s*failed\b/im.test(fields)) return null;
  const address = /^(?:original|final)-recipient:\s*rfc822\s*;\s*(\S{1,254})\s*$/im.exec(fields)?.[1];
  const recipient = (address ?? "").replace(/^<|>$/g, "").toLowerCase();
  return isSendable(recipient) ? { recipient, messageId: returnedId(parts) } : null;
}

function returnedId(parts: readonly Attachment[]): string | null {
  const returned = parts.find(({ mimeType }) => mimeType === "message/rfc822" || mimeType === "text/rfc822-headers");
  if (returned === undefined) return null;
  return /^message-id:\s{0,8}(<[^<>\s]{1,900}>)/im.exec(beginningOf(returned))?.[1] ?? null;
}

function beginningOf({ content }: Attachment): string {
  const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  return Buffer.from(bytes.subarray(0, MAX_PART_BYTES)).toString("latin1");
}
