import { readHtml } from "./faq-html.ts";
import { safeLink } from "./markdown-link.ts";

/** An element that is being read, and the Markdown of what was read of it. */
interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Elements within elements that matter; within the last of them there is only text. */
const MAX_DEPTH = 20;

/** Is what has no tag in it plain text, with lines of its own? */
const TAG = /<[a-z!/]/i;

/**
 * A piece of a page as our Markdown. What Markdown cannot say is left out, and what would mean something in Markdown is marked as text.
 *
 * @param base the page's own address, for links that begin there
 */
export function markdownOf(html: string, base: string): string {
  const isPlain = !TAG.test(html);
  const root: Open = { name: "", attributes: {}, text: "" };
  const open = [root];
  let tooDeep = 0;
  readHtml(html, {
    onopentag: (name, attributes) => {
      if (open.length > MAX_DEPTH) tooDeep += 1;
      else open.push({ name, attributes, text: "" });
    },
    ontext: (text) => {
      const innermost = open.at(-1) ?? root;
      innermost.text += isPlain ? escaped(text) : flowing(text, innermost.text);
    },
    onclosetag: () => {
      if (tooDeep > 0) tooDeep -= 1;
      else close(open, base);
    },
  });
  return tidy(root.text);
}

/** The same on one line, without marks. */
export function lineOf(html: string): string {
  let line = "";
  readHtml(html, {
    onopentag: () => {
      line += " ";
    },
    ontext: (text) => {
      line += text;
    },
  });
  return line.replace(/\s+/g, " ").trim();
}

/** What would begin a list, a heading or a quote at the beginning of a line. */
const BEGINNING = /^(\s*\d*)([#>+\-.)])/;

/** Text whose lines mean nothing, after what was read before it. */
function flowing(text: string, before: string): string {
  const line = escaped(text.replace(/\s+/g, " "));
  return before === "" || before.endsWith("\n") ? line.replace(BEGINNING, "$1\\$2") : line;
}

function escaped(text: string): string {
  return text.replace(/[\\`*[\]]|(?<!\w)_|_(?!\w)/g, "\\$&");
}

function close(open: Open[], base: string): void {
  const closed = open.pop();
  const parent = open.at(-1);
  if (closed && parent) parent.text += markdownFrom(closed, parent.name, base);
}

function markdownFrom({ name, attributes, text }: Open, parent: string, base: string): string {
  switch (name) {
    case "script":
    case "style":
    case "template":
      return "";
    case "br":
      return "\n";
    case "img":
      return escaped(attributes["alt"] ?? "");
    case "b":
    case "strong":
      return marked(text, "**");
    case "i":
    case "em":
      return marked(text, "*");
    case "a":
      return linked(text, URL.parse(attributes["href"] ?? "", base)?.href);
    case "li":
      return `\n${indented(text.trim(), parent === "ol" ? "1. " : "- ")}`;
    default:
      return blockFrom(name, text);
  }
}

const BLOCKS = new Set([
  "p",
  "div",
  "section",
  "article",
  "table",
  "tr",
  "blockquote",
  "pre",
  "ul",
  "ol",
  "dl",
  "dt",
  "dd",
]);

function blockFrom(name: string, text: string): string {
  if (/^h[1-6]$/.test(name)) return `\n\n## ${text.replace(/\s+/g, " ").trim()}\n\n`;
  return BLOCKS.has(name) ? `\n\n${text.trim()}\n\n` : text;
}

/** Marks touch the words that they mark, and no other mark. */
function marked(text: string, mark: string): string {
  const words = text.trim();
  if (words === "" || /[*\n]/.test(words)) return text;
  const [before = "", after = ""] = text.split(words);
  return `${before}${mark}${words}${mark}${after}`;
}

function linked(text: string, address: string | undefined): string {
  const href = address === undefined ? undefined : safeLink(address);
  const words = text.replace(/\s+/g, " ").trim();
  return href === undefined || words === "" ? text : `[${words}](<${href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

function indented(text: string, marker: string): string {
  return marker + text.replaceAll("\n", `\n${" ".repeat(marker.length)}`);
}

function tidy(text: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
