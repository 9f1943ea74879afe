import { EmailAddress, isStorable, Name } from "@shopbell/protocol";
import type { Fields } from "../http/page-forms.ts";
import { type FormFaults, keptText, readText } from "../requests/form-fault.ts";
import { MAX_POST_LENGTH } from "./post.ts";
import type { QuestionTongue } from "./question-tongue.ts";

type QuestionField = "text" | "name" | "email";

/** What stands in the fields of the page where one asks publicly. */
export interface QuestionForm {
  /** Of the post that sending makes, so that sending twice makes one. */
  readonly nonce: string;
  readonly typed: { readonly [F in QuestionField]: string };
  readonly faults: FormFaults<QuestionField>;
}

/** What somebody asks, or answers, publicly. */
export interface AskedPublicly {
  readonly text: string;
  readonly name: string;
  readonly email: string;
}

export function emptyForm(nonce: string): QuestionForm {
  return { nonce, typed: { text: "", name: "", email: "" }, faults: {} };
}

/** What was typed, to be shown again. A text of another shape than a nonce is taken for none. */
export function typedIn(fields: Fields, freshNonce: string): QuestionForm {
  const kept = (field: QuestionField) => keptText(readText(fields[field]));
  const { nonce = "" } = fields;
  const typed = { text: kept("text"), name: kept("name"), email: kept("email") };
  return { nonce: /^[0-9a-f]{32}$/.test(nonce) ? nonce : freshNonce, typed, faults: {} };
}

export type ReadQuestion =
  | { readonly kind: "asked"; readonly asked: AskedPublicly }
  | { readonly kind: "wrong"; readonly faults: QuestionForm["faults"] };

/** Reads a form: what is asked, or everything that is wrong with it. @param shop the name that nobody else may bear */
export function readQuestion(fields: Fields, shop: string, speech: QuestionTongue): ReadQuestion {
  const text = readText(fields["text"]);
  const name = (fields["name"] ?? "").replace(/\s+/g, " ").trim();
  const typed = (fields["email"] ?? "").trim();
  const email = EmailAddress.safeParse(typed).data;
  const faults = {
    text: textFault(text, speech),
    name: nameFault(name, shop, speech),
    email: email === undefined ? emailFault(typed, speech) : undefined,
  };
  const found = Object.entries(faults).filter(([, words]) => words !== undefined);
  if (email !== undefined && found.length === 0) return { kind: "asked", asked: { text, name, email } };
  return { kind: "wrong", faults: Object.fromEntries(found) };
}

function textFault(text: string, { tongue: { t } }: QuestionTongue): string | undefined {
  if (text === "") return t("textEmpty");
  if (text.length > MAX_POST_LENGTH) return t("textLong", { count: text.length - MAX_POST_LENGTH });
  return isStorable(text) ? undefined : t("textOdd");
}

function nameFault(name: string, shop: string, { t, tongue }: QuestionTongue): string | undefined {
  if (name === "") return t("nameMissing");
  if (name.toLowerCase().includes(shop.toLowerCase())) return t("nameTaken");
  return Name.safeParse(name).success ? undefined : tongue.t("nameLong");
}

function emailFault(typed: string, { t, tongue }: QuestionTongue): string {
  return typed === "" ? t("emailMissing") : tongue.t("emailWrong");
}
