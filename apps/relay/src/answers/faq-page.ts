import { readHtml } from "./faq-html.ts";

/** A question of a page and its answer, both as HTML. */
export interface Faq {
  readonly question: string;
  readonly answer: string;
}

/** As many as one page is read for. */
const MAX_FAQS = 500;

/**
 * The questions that a page says it answers, in its `FAQPage` (schema.org) as JSON-LD, in their order. Whatever else a page has, or
 * has wrongly, is passed over.
 */
export function faqsIn(html: string): Faq[] {
  const faqs = scriptsIn(html).flatMap(objectsIn).filter(isOf("FAQPage")).flatMap(questionsOf);
  return faqs.slice(0, MAX_FAQS);
}

function scriptsIn(html: string): unknown[] {
  const scripts: string[] = [];
  let isInside = false;
  readHtml(html, {
    onopentag: (name, { type = "" }) => {
      isInside = name === "script" && type.trim().toLowerCase().startsWith("application/ld+json");
      if (isInside) scripts.push("");
    },
    ontext: (text) => {
      if (isInside) scripts.push((scripts.pop() ?? "") + text);
    },
    onclosetag: () => {
      isInside = false;
    },
  });
  return scripts.flatMap(parsed);
}

function parsed(json: string): unknown[] {
  try {
    return [JSON.parse(json)];
  } catch {
    return []; // others on the page may be right
  }
}

type Thing = Readonly<Record<string, unknown>>;

/** A value and everything within it, however deep, that is an object. */
function objectsIn(value: unknown): Thing[] {
  const found: Thing[] = [];
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    if (!Array.isArray(next)) found.push(next as Thing);
    for (const inner of Object.values(next).toReversed()) waiting.push(inner);
  }
  return found;
}

/** Types are written with and without where they are defined, and an object may have several. */
function isOf(type: string) {
  return (thing: Thing) => listOf(thing["@type"]).some((each) => String(each).split(/[/#]/).at(-1) === type);
}

function questionsOf(page: Thing): Faq[] {
  return listOf(page["mainEntity"])
    .filter(isThing)
    .filter(isOf("Question"))
    .flatMap((question) => {
      const [answer] = listOf(question["acceptedAnswer"]).filter(isThing);
      const [asked, answered] = [question["name"] ?? question["text"], answer?.["text"]];
      return typeof asked === "string" && typeof answered === "string" ? [{ question: asked, answer: answered }] : [];
    });
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
