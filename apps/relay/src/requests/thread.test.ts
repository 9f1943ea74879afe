import type { AnswerId, Message } from "@shopbell/protocol";
import { ANA, aMessageId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { toText } from "../http/html.ts";
import { thread } from "./thread.ts";
import { tongueFor } from "./tongue.ts";

const LINK = "/help/demo/en/a/exchange";

function shown(text: string): string {
  const message: Message = {
    kind: "message",
    seq: 1,
    id: aMessageId(1),
    author: { kind: "agent", agent: ANA },
    text,
    at: 1_000,
    card: {
      id: "5b0be11a-0000-4000-8000-000000000001" as AnswerId,
      locale: "en",
      question: "Can I exchange a <worn> pair?",
      excerpt: "Yes & no.",
      link: LINK,
    },
  };
  const frame = { tongue: tongueFor(["en"], "UTC", 2_000), shop: "Lisboa Shoes", fileLink: (href: string) => href };
  return toText(thread([message], frame));
}

test("an answer that came with a message is on the page, as text, with where it is read", () => {
  const page = shown("This may help.");

  expect(page).toContain(`<a href="${LINK}">Can I exchange a &lt;worn&gt; pair?</a>`);
  expect(page).toContain("Yes &amp; no.");
});

test("a message that names its answer names it once", () => {
  expect(shown(`Can I exchange a pair?\nhttps://chat.example${LINK}`).split(`href="${LINK}"`)).toHaveLength(1);
});
