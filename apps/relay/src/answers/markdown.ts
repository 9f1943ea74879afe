import type { Block } from "@shopbell/protocol";
import MarkdownIt, { type Token } from "markdown-it";
import { spansOf } from "./markdown-spans.ts";

/** Lists and quotes within each other. What lies deeper stays, as part of what it lies in. */
const MAX_DEPTH = 3;
/** How deeply anything is looked into: what lies deeper was written to do harm. */
const MAX_NESTING = 20;

const markdown = new MarkdownIt("zero", { linkify: true, maxNesting: MAX_NESTING }).enable([
  ...["heading", "lheading", "hr", "list", "blockquote", "fence"],
  ...["newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "linkify", "entity"],
]);
markdown.linkify.set({ fuzzyLink: false }); // `size.chart` is no address
// Every address is looked at once, by `safeLink`.
markdown.validateLink = () => true;
markdown.normalizeLink = (address) => address;
markdown.normalizeLinkText = (text) => text;

/**
 * What a reader gets of an answer. Anything can be given: what is no Markdown of ours, HTML above all, is text.
 *
 * Headings of all levels are one. Rules are left out, pictures are what is said in their place, and links that lead anywhere but to
 * http, https, mailto and tel are their words.
 */
export function blocksOf(source: string): Block[] {
  return blocksWithin(markdown.parse(source, {}).values(), 0);
}

/** The blocks up to the token that closes what they are in. */
function blocksWithin(tokens: ArrayIterator<Token>, depth: number): Block[] {
  const blocks: Block[] = [];
  for (let token = next(tokens); token !== undefined && token.nesting !== -1; token = next(tokens))
    blocks.push(...blocksFrom(token, tokens, depth));
  return blocks;
}

function next(tokens: ArrayIterator<Token>): Token | undefined {
  return tokens.next().value;
}

function blocksFrom(token: Token, tokens: ArrayIterator<Token>, depth: number): Block[] {
  switch (token.type) {
    case "inline":
      return paragraphOf(token);
    case "fence":
      return [{ kind: "code", text: token.content }];
    case "heading_open":
      return blocksWithin(tokens, depth).map((block) =>
        block.kind === "paragraph" ? { ...block, kind: "heading" } : block,
      );
    case "blockquote_open":
      return quoteOf(blocksWithin(tokens, depth + 1), depth);
    case "bullet_list_open":
    case "ordered_list_open":
      return listOf(itemsWithin(tokens, depth + 1), token.type === "ordered_list_open", depth);
    default:
      return token.nesting === 1 ? blocksWithin(tokens, depth) : [];
  }
}

function paragraphOf({ children }: Token): Block[] {
  const spans = spansOf(children ?? []);
  return spans.length === 0 ? [] : [{ kind: "paragraph", spans }];
}

function quoteOf(blocks: Block[], depth: number): Block[] {
  return depth >= MAX_DEPTH || blocks.length === 0 ? blocks : [{ kind: "quote", blocks }];
}

function listOf(items: Block[][], ordered: boolean, depth: number): Block[] {
  return depth >= MAX_DEPTH || items.length === 0 ? items.flat() : [{ kind: "list", ordered, items }];
}

function itemsWithin(tokens: ArrayIterator<Token>, depth: number): Block[][] {
  const items: Block[][] = [];
  for (let token = next(tokens); token !== undefined && token.nesting !== -1; token = next(tokens))
    items.push(blocksWithin(tokens, depth));
  return items.filter((item) => item.length > 0);
}
