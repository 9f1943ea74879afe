import type { Block, Span } from "@shopbell/protocol/types";
import { Fragment, type ReactNode } from "react";
import styles from "./blocks.module.css";
import { safeHref } from "./safe-href.ts";

/** An answer's text as readers get it. It comes in pieces, never as HTML. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return <div className={styles.blocks}>{drawn(blocks)}</div>;
}

function drawn(blocks: readonly Block[]): ReactNode {
  // They have no identity but their place.
  return blocks.map((block, place) => <Piece key={place} block={block} />);
}

function Piece({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return <p dir="auto">{spoken(block.spans)}</p>;
    case "heading":
      return <h3 dir="auto">{spoken(block.spans)}</h3>;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, place) => (
            <li key={place}>{drawn(item)}</li>
          ))}
        </List>
      );
    }
    case "quote":
      return <blockquote>{drawn(block.blocks)}</blockquote>;
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    default:
      block satisfies never;
      return null;
  }
}

function spoken(spans: readonly Span[]): ReactNode {
  return spans.map((span, place) => <Fragment key={place}>{marked(span)}</Fragment>);
}

function marked({ text, bold, italic, code, href }: Span): ReactNode {
  let words: ReactNode = text;
  if (code) words = <code>{words}</code>;
  if (italic) words = <em>{words}</em>;
  if (bold) words = <strong>{words}</strong>;
  const address = href === undefined ? null : safeHref(href);
  if (address === null) return words;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
