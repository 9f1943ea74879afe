import type { Block, Span } from "@shopbell/protocol/types";
import type { ComponentChild } from "preact";
import { safeHref } from "./safe-href.ts";

/** An answer's text. There is no HTML in it: each block is an element of ours. */
export function blocks(text: readonly Block[]) {
  return text.map(block);
}

function block(piece: Block): ComponentChild {
  switch (piece.kind) {
    case "paragraph":
      return <p>{spans(piece.spans)}</p>;
    case "heading":
      return <h4>{spans(piece.spans)}</h4>;
    case "list": {
      const items = piece.items.map((item) => <li>{blocks(item)}</li>);
      return piece.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "quote":
      return <blockquote>{blocks(piece.blocks)}</blockquote>;
    case "code":
      return <pre>{piece.text}</pre>;
    default:
      piece satisfies never; // a newer relay's
      return null;
  }
}

function spans(runs: readonly Span[]) {
  return runs.map(span);
}

function span({ text, bold, italic, code, href }: Span): ComponentChild {
  const link = href && safeHref(href);
  let run: ComponentChild = text;
  if (code) run = <code>{run}</code>;
  if (italic) run = <em>{run}</em>;
  if (bold) run = <strong>{run}</strong>;
  return link ? (
    <a href={link} target="_blank" rel="noopener noreferrer nofollow">
      {run}
    </a>
  ) : (
    run
  );
}
