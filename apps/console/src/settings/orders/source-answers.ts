import type { OrderSourceEdit, OrderSourceState } from "@shopbell/protocol/types";
import { say } from "../words.ts";

export type SourceKind = OrderSourceState["kind"];

/** In the order in which they are offered. */
export const SOURCE_KINDS = [
  "off",
  "stored",
  "endpoint",
  "woocommerce",
  "shopify",
] as const satisfies readonly SourceKind[];

/** What stands in the fields of one kind of source. */
export interface SourceAnswers {
  kind: SourceKind;
  url: string;
  key: string;
  shop: string;
  /** Empty: the one that is kept. */
  secret: string;
}

export type SourceFaults = Record<"url" | "key" | "shop" | "secret", string | null>;

export const NO_FAULTS: SourceFaults = { url: null, key: null, shop: null, secret: null };

const SHOPIFY_NAME = /^[a-z0-9][a-z0-9-]{0,60}\.myshopify\.com$/;
const LEAST_SECRET = 8;

/** A kind as it is kept, or empty: nothing that was said of one kind is carried over to another. */
export function answersOf(kind: SourceKind, saved: OrderSourceState): SourceAnswers {
  if (kind !== saved.kind) return { kind, url: "", key: "", shop: "", secret: "" };
  const { url, key, shop } = saved;
  return { kind, url: url ?? "", key: key ?? "", shop: shop ?? "", secret: "" };
}

/** What the relay is asked to keep. A secret that was not typed stays as it is. */
export function editOf({ kind, ...typed }: SourceAnswers): OrderSourceEdit {
  const url = typed.url.trim();
  const secret = typed.secret.trim() === "" ? {} : { secret: typed.secret.trim() };
  switch (kind) {
    case "endpoint":
      return { kind, url, ...secret };
    case "woocommerce":
      return { kind, url, key: typed.key.trim(), ...secret };
    case "shopify":
      return { kind, shop: typed.shop.trim().toLowerCase(), ...secret };
    default:
      return { kind };
  }
}

export function isUnsaved(answers: SourceAnswers, saved: OrderSourceState): boolean {
  return JSON.stringify(editOf(answers)) !== JSON.stringify(editOf(answersOf(saved.kind, saved)));
}

/** Whether there is a secret for what is asked now: it never goes to anything that it was not given for. */
export function keepsSecret(answers: SourceAnswers, saved: OrderSourceState): boolean {
  return saved.hasSecret && !isUnsaved({ ...answers, secret: "" }, saved);
}

/** Whether saving drops a secret that is kept: nobody but who made it can give it back. */
export function forgetsSecret({ kind }: SourceAnswers, saved: OrderSourceState): boolean {
  return saved.hasSecret && kind !== saved.kind;
}

export function faultsOf(answers: SourceAnswers, saved: OrderSourceState): SourceFaults {
  const { kind, url, key, shop } = answers;
  const isAsked = kind === "endpoint" || kind === "woocommerce";
  return {
    url: isAsked && !isWebAddress(url) ? say("source.urlFault") : null,
    key: kind === "woocommerce" && key.trim() === "" ? say("source.keyFault") : null,
    shop: kind === "shopify" && !SHOPIFY_NAME.test(shop.trim().toLowerCase()) ? say("source.shopFault") : null,
    secret: secretFault(answers, saved),
  };
}

export function isFaulty(faults: SourceFaults): boolean {
  return Object.values(faults).some((fault) => fault !== null);
}

function secretFault(answers: SourceAnswers, saved: OrderSourceState): string | null {
  const { kind, secret } = answers;
  if (kind === "off" || kind === "stored") return null;
  if (secret.trim() === "" && keepsSecret(answers, saved)) return null;
  if (secret.trim().length >= LEAST_SECRET) return null;
  if (kind === "endpoint") return say("source.mintFault");
  return say(saved.kind === kind && secret.trim() === "" ? "source.secretAgain" : "source.secretFault");
}

function isWebAddress(typed: string): boolean {
  const text = typed.trim();
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
