import { createHash } from "node:crypto";
import { ConversationId, MessageId, Name } from "@shopbell/protocol";
import type { Whereto } from "../conversations/request.ts";
import type { Fields } from "../http/page-forms.ts";
import { searchIdIn } from "../searches/search-id.ts";
import { type FormFaults, keptText, readText, textFault } from "./form-fault.ts";
import type { Tongue } from "./tongue.ts";
import { type ReadWhereto, readWhereto, type WheretoProblem } from "./whereto.ts";

export type ContactField = "text" | "name" | "email" | "phone" | "callAt";

/** What stands in the contact page's fields. */
export interface ContactForm {
  /** Of the request that sending makes, so that sending twice makes one. */
  readonly nonce: string;
  /** The search in the help centre that they come from; empty is none. */
  readonly search: string;
  readonly typed: { readonly [F in ContactField]: string };
  readonly faults: FormFaults<ContactField>;
}

/** What somebody asks by the contact page. Without a whereto they come back to its page for the answer. */
export interface Asked {
  readonly text: string;
  readonly name: string | null;
  readonly whereto: Whereto | null;
}

/** What the shop lets a form ask for. */
export interface Terms {
  /** Mail goes out: then an answer needs an address, or a number. */
  readonly mails: boolean;
  readonly callsBack: boolean;
  readonly takesCalls: (at: number) => boolean;
}

/** Of the trap: programs take it for a field that wants filling. */
export const TRAP = "website";

/** @param text that was typed elsewhere, and is sent only when whoever typed it sends it */
export function emptyForm(nonce: string, text = "", search = ""): ContactForm {
  return { nonce, search, typed: { text, name: "", email: "", phone: "", callAt: "" }, faults: {} };
}

/** What was typed, to be shown again. A text of another shape than a nonce is taken for none. */
export function typedIn(fields: Fields, freshNonce: string): ContactForm {
  const kept = (field: ContactField) => keptText(readText(fields[field]));
  const nonce = /^[0-9a-f]{32}$/.test(fields["nonce"] ?? "") ? fields["nonce"] : undefined;
  return {
    nonce: nonce ?? freshNonce,
    search: searchIdIn(fields["search"]),
    typed: {
      text: kept("text"),
      name: kept("name"),
      email: kept("email"),
      phone: kept("phone"),
      callAt: kept("callAt"),
    },
    faults: {},
  };
}

/** Reads a form: what is asked, or everything that is wrong with it. */
export function readContact(
  fields: Fields,
  terms: Terms,
  now: number,
  tongue: Tongue,
): Asked | FormFaults<ContactField> {
  const text = readText(fields["text"]);
  const name = (fields["name"] ?? "").replace(/\s+/g, " ").trim();
  const where = readWhere(fields, terms, now);
  const faults = withoutNone({
    text: textFault(text, tongue),
    name: name === "" || Name.safeParse(name).success ? undefined : tongue.t("nameLong"),
    ...whereFaults(where.problems, fields, tongue),
  });
  if (Object.keys(faults).length > 0) return faults;
  return { text, name: name === "" ? null : name, whereto: where.whereto };
}

export function isAsked(read: Asked | FormFaults<ContactField>): read is Asked {
  return "whereto" in read;
}

interface Where {
  readonly whereto: Whereto | null;
  readonly problems: readonly WheretoProblem[];
}

/** An empty field was not filled in. Where no mail goes out, one may ask without leaving anything. */
function readWhere(fields: Fields, { mails, callsBack, takesCalls }: Terms, now: number): Where {
  const [email, phone, callAt] = [filled(fields["email"]), filled(fields["phone"]), filled(fields["callAt"])];
  const calls = callsBack && phone !== undefined;
  const needsEmail = mails && !calls;
  const address = email !== undefined || needsEmail ? readWhereto({ email: email ?? "" }, now, takesCalls) : NOWHERE;
  const callTime = callAt !== undefined && { callAt: Number(callAt) };
  const call = calls ? readWhereto({ phone, ...callTime }, now, takesCalls) : NOWHERE;
  const whereto = { ...whereIn(address), ...whereIn(call) };
  return {
    whereto: Object.keys(whereto).length === 0 ? null : whereto,
    problems: [address, call].flatMap((read) => (read.kind === "wrong" ? read.problem : [])),
  };
}

const NOWHERE: ReadWhereto = { kind: "read", whereto: {} };

function whereIn(read: ReadWhereto): Whereto {
  return read.kind === "read" ? read.whereto : {};
}

function filled(field: string | undefined): string | undefined {
  const text = field?.trim();
  return text === "" ? undefined : text;
}

function whereFaults(problems: readonly WheretoProblem[], fields: Fields, { t }: Tongue) {
  const has = (problem: WheretoProblem) => problems.includes(problem);
  const email = filled(fields["email"]) === undefined ? t("emailMissing") : t("emailWrong");
  return {
    email: has("email-invalid") ? email : undefined,
    phone: has("phone-invalid") ? t("phoneWrong") : undefined,
    callAt: has("time-invalid") ? t("timeWrong") : undefined,
  };
}

function withoutNone(faults: { readonly [F in ContactField]?: string | undefined }): FormFaults<ContactField> {
  return Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== undefined));
}

/** Names of what a form begins. They follow from its nonce, which only whoever has the form knows; nobody finds the nonce by them. */
export function namesOf(nonce: string): { visitor: string; conversation: ConversationId; message: MessageId } {
  return {
    visitor: derived(nonce, "visitor"),
    conversation: ConversationId.parse(derived(nonce, "conversation")),
    message: MessageId.parse(derived(nonce, "message")),
  };
}

function derived(nonce: string, what: string): string {
  return createHash("sha256").update(`${what} ${nonce}`).digest("hex").slice(0, 32);
}
