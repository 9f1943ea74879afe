import { ANA, aMessage, byAgent, JOAO } from "@shopbell/protocol/testing";
import type { Entry } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { type Block, pagePath, threadBlocks } from "./thread-blocks.ts";

const NOON = new Date(2026, 10, 21, 12).getTime();
const UNSEEN = { visitor: 0, agent: 0 };

function said(seq: number, by = aMessage().author, at = NOON): Entry {
  return aMessage({ seq, author: by, at });
}

function shape(blocks: Block[]) {
  return blocks.map((block) => {
    if (block.kind === "group") return `${block.side} ${block.messages.map((message) => message.seq).join()}`;
    return block.kind;
  });
}

test("bubbles of one author stand together, until somebody else speaks", () => {
  const entries = [said(1), said(2), said(3, byAgent(ANA)), said(4, byAgent(JOAO)), said(5)];

  expect(shape(threadBlocks(entries, UNSEEN))).toEqual(["day", "them 1,2", "us 3", "us 4", "them 5"]);
});

test("an event and a new day each end a group", () => {
  const joined: Entry = { kind: "event", seq: 2, at: NOON, event: "assigned", by: byAgent(ANA) };
  const entries = [said(1), joined, said(3), said(4, undefined, NOON + 86_400_000)];

  expect(shape(threadBlocks(entries, UNSEEN))).toEqual(["day", "them 1", "event", "them 3", "day", "them 4"]);
});

test("a group counts as seen when the visitor's marker has reached its last message", () => {
  const entries = [said(1, byAgent()), said(2, byAgent())];
  const seenUpTo = (visitor: number) => threadBlocks(entries, { visitor, agent: 0 }).at(-1);

  expect(seenUpTo(1)).toMatchObject({ seen: false });
  expect(seenUpTo(2)).toMatchObject({ seen: true });
});

test("a group keeps its key while it grows, so that nothing is drawn anew", () => {
  const before = threadBlocks([said(1)], UNSEEN).at(-1);
  const after = threadBlocks([said(1), said(2)], UNSEEN).at(-1);

  expect(after?.key).toBe(before?.key);
});

test("only the path of a web page is shown as where a conversation began", () => {
  expect(pagePath("https://shop.example/men/alfama-low?size=42")).toBe("/men/alfama-low");
  expect(pagePath("javascript:alert(1)")).toBeNull();
  expect(pagePath("not an address")).toBeNull();
});
