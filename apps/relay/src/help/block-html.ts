import type { Block, Span } from "@shopbell/protocol";
import { type Html, html, type Inset } from "../http/html.ts";

/** What an answer says, as a page shows it. */
export function blocksHtml(blocks: readonly Block[]): Inset {
  return blocks.map(blockHtml);
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${spansHtml(block.spans)}</p>\n`;
    case "heading":
      return html`<h2>${spansHtml(block.spans)}</h2>\n`;
    case "quote":
      return html`<blockquote>${blocksHtml(block.blocks)}</blockquote>\n`;
    case "code":
      return html`<pre><code>${block.text}</code></pre>\n`;
    case "list": {
      const items = block.items.map((item) => html`<li>${itemHtml(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;
    }
  }
}

/** Most items are one sentence, which needs no paragraph of its own. */
function itemHtml(blocks: readonly Block[]): Inset {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return blocksHtml(blocks);
  return [html`${spansHtml(first.spans)}`, blocksHtml(rest)];
}

function spansHtml(spans: readonly Span[]): Inset {
  return spans.map(spanHtml);
}

function spanHtml({ text, bold, italic, code, href }: Span): Inset {
  let piece: Inset = lines(text);
  if (code) piece = html`<code>${piece}</code>`;
  if (italic) piece = html`<em>${piece}</em>`;
  if (bold) piece = html`<strong>${piece}</strong>`;
  return href === undefined ? piece : html`<a href="${href}" rel="noreferrer">${piece}</a>`;
}

function lines(text: string): Inset {
  return text.split("\n").map((line, index) => [index > 0 && html`<br>`, line]);
}
