import PostalMime, { type Attachment, addressParser, type Email } from "postal-mime";
import { isSendable } from "../address.ts";
import { isAutomatic, wantsNoReceipt } from "./automatic.ts";
import { bounceIn } from "./bounce.ts";
import { type Letter, MAX_MAIL_BYTES, type MailFile, type ReadMail } from "./letter.ts";
import { originOf } from "./origin.ts";
import { replyIn } from "./reply-text.ts";

const MIME_LIMITS = { maxNestingDepth: 50, maxHeadersSize: 2 ** 20 };
const MAX_RECIPIENTS = 200;
const MAX_SUBJECT_LENGTH = 300;
const MAX_NAME_LENGTH = 80;
/** RFC 5322 allows lines of 998 characters. */
const MAX_MESSAGE_ID_LENGTH = 998;

const RECIPIENT_HEADERS = new Set(["to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to"]);

/**
 * Reads a mail. Takes seconds for the largest: only `readMailAside` has it done, beside the relay's own thread.
 *
 * @param serverName the authserv-id of the server that receives mail for us, where the owner has told it
 */
export async function readMail(raw: Uint8Array, serverName: string | null): Promise<ReadMail> {
  if (raw.byteLength > MAX_MAIL_BYTES) return { kind: "unreadable", why: "too-large" };
  try {
    return { kind: "read", letter: await letterOf(await PostalMime.parse(raw, MIME_LIMITS), serverName) };
  } catch {
    return { kind: "unreadable", why: "malformed" };
  }
}

async function letterOf(mail: Email, serverName: string | null): Promise<Letter> {
  const from = senderOf(mail);
  const text = storable((mail.text?.trim() || (mail.html && (await textOf(mail.html)))) ?? "").trim();
  return {
    from,
    recipients: recipientsOf(mail),
    subject: oneLine(mail.subject ?? "", MAX_SUBJECT_LENGTH),
    messageId: messageIdOf(mail),
    text,
    newText: replyIn(text).trim(),
    files: mail.attachments.map(fileOf),
    origin: from === null ? "unknown" : originOf(mail.headers, from.address, serverName),
    automatic: isAutomatic(mail.headers, from?.address),
    wantsNoReceipt: wantsNoReceipt(mail.headers),
    bounce: bounceIn(mail.attachments),
  };
}

/** Of two senders one may be the one that was checked, and the other the one that is believed: so neither is. */
function senderOf({ headers }: Email): Letter["from"] {
  const found = headers.filter(({ key }) => key === "from").flatMap(({ value }) => addressParser(value));
  const [only] = found;
  if (found.length !== 1 || only?.address === undefined) return null;
  const address = only.address.toLowerCase().toWellFormed();
  return isSendable(address) ? { address, name: oneLine(only.name, MAX_NAME_LENGTH) || null } : null;
}

function recipientsOf({ headers }: Email): string[] {
  const addresses = headers
    .filter(({ key }) => RECIPIENT_HEADERS.has(key))
    .flatMap(({ value }) => addressParser(value, { flatten: true }))
    .map(({ address }) => address?.toLowerCase() ?? "");
  return [...new Set(addresses)].slice(0, MAX_RECIPIENTS);
}

function messageIdOf({ messageId }: Email): string | null {
  const id = messageId?.trim() ?? "";
  return id === "" || id.length > MAX_MESSAGE_ID_LENGTH ? null : storable(id);
}

/** postal-mime makes text of HTML only for a mail that has text beside it: so this one has, and says nothing in it. */
async function textOf(html: string): Promise<string> {
  const readable = ["style", "script", "title"].reduce(without, html);
  const part = "--part\nContent-Transfer-Encoding: base64\nContent-Type: ";
  const body = `${part}text/plain\n\n\n${part}text/html; charset=utf-8\n\n${Buffer.from(readable).toString("base64")}\n--part--`;
  return (await PostalMime.parse(`Content-Type: multipart/mixed; boundary=part\n\n${body}`)).text ?? "";
}

/** HTML without the elements of a name, whose text nobody sees. One that does not end takes the rest with it. */
function without(html: string, name: string): string {
  const [before = "", ...pieces] = html.split(new RegExp(`<${name}\\b`, "i"));
  const end = new RegExp(`</${name}\\s{0,9}>`, "i");
  return before + pieces.map((piece) => piece.slice(end.exec(piece)?.index ?? piece.length)).join("");
}

function fileOf({ filename, mimeType, content }: Attachment): MailFile {
  const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  return { name: filename ?? "", type: mimeType, content: bytes };
}

function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

function oneLine(text: string, maxLength: number): string {
  return storable(text.replace(/\p{Cc}+/gu, " "))
    .trim()
    .slice(0, maxLength)
    .toWellFormed();
}
