import { expect, test } from "vitest";
import { isStorable, MessageSend, Page, Text, VisitorFrame } from "./index.ts";
import { MAX_CURSORS, MAX_TEXT_LENGTH } from "./limits.ts";
import { aConversationId, aMessageId, hexId } from "./testing/builders.ts";

function aSend(changes: Record<string, unknown> = {}) {
  return { type: "message.send", conversationId: aConversationId(), id: aMessageId(), text: "Hello", ...changes };
}

test("a text is trimmed, and is neither empty nor too long", () => {
  expect(Text.parse("  two words \n")).toBe("two words");
  expect(Text.safeParse(" \n\t ").success).toBe(false);
  expect(Text.safeParse("x".repeat(MAX_TEXT_LENGTH)).success).toBe(true);
  expect(Text.safeParse("x".repeat(MAX_TEXT_LENGTH + 1)).success).toBe(false);
});

test("NUL and lone surrogates cannot be stored, emoji and combining marks can", () => {
  expect(isStorable("a\0b")).toBe(false);
  expect(isStorable("a\ud800b")).toBe(false);
  expect(isStorable("👩🏽‍🔧 e\u0301")).toBe(true);
  expect(Text.safeParse("a\udc00").success).toBe(false);
});

test("ids are 32 hex digits and nothing else", () => {
  for (const id of ["", "1", hexId(1).toUpperCase().replace("1", "A"), `${hexId(1)}0`, "../etc", 7, null]) {
    expect(MessageSend.safeParse(aSend({ id })).success).toBe(false);
    expect(MessageSend.safeParse(aSend({ conversationId: id })).success).toBe(false);
  }
  expect(MessageSend.safeParse(aSend()).success).toBe(true);
});

test("[H6] fields of a newer version are left out, not refused", () => {
  expect(VisitorFrame.parse(aSend({ mood: "good" }))).toEqual(aSend());
});

test("what only the relay may say is not taken from a sender", () => {
  const parsed = VisitorFrame.parse(aSend({ seq: 7, at: 1, author: { kind: "agent" } }));

  expect(Object.keys(parsed).sort()).toEqual(["conversationId", "id", "text", "type"]);
});

test("__proto__ among the cursors is no cursor, and pollutes nothing", () => {
  const hello = JSON.parse(
    `{"type":"hello","protocol":1,"epoch":null,"token":null,"cursors":{"__proto__":{"polluted":1}}}`,
  );

  const parsed = VisitorFrame.parse(hello);

  expect(parsed).toMatchObject({ type: "hello", cursors: {} });
  expect(Object.keys("cursors" in parsed ? parsed.cursors : { none: 1 })).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("a hello carries a bounded number of cursors", () => {
  const cursors = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [hexId(index), 1]));
  const hello = (count: number) => ({ type: "hello", protocol: 1, epoch: null, token: null, cursors: cursors(count) });

  expect(VisitorFrame.safeParse(hello(MAX_CURSORS)).success).toBe(true);
  expect(VisitorFrame.safeParse(hello(MAX_CURSORS + 1)).success).toBe(false);
});

test("a page's address and title are text of bounded length", () => {
  expect(Page.safeParse({ url: "x".repeat(2_001), title: "" }).success).toBe(false);
  expect(Page.safeParse({ url: "javascript:alert(1)", title: "<b>" }).success).toBe(true);
});
