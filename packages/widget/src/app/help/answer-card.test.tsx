// @vitest-environment happy-dom
import { aConversationId, aMessage, byAgent } from "@shopbell/protocol/testing";
import { act } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { aHelpedPage, aHelpfulRelay, anAnswerId, leaveShop, settle } from "../../testing/a-helped-page.ts";
import { knowing } from "../../testing/fake-line.ts";

afterEach(leaveShop);

const CARD = {
  id: anAnswerId(1),
  locale: "pt",
  question: "Which size is my Alfama?",
  excerpt: "26.5 cm is a 42.",
  link: "/help/lisboa/pt/size",
};

async function aConversation(relay: ReturnType<typeof aHelpfulRelay>) {
  localStorage.setItem("shopbell:lisboa:open", `1${aConversationId()}`);
  const message = aMessage({ author: byAgent(), text: "Which size is my Alfama? 26.5 cm is a 42.", card: CARD });
  const page = await aHelpedPage(relay, knowing(aConversationId(), { entries: [message] }));
  await vi.dynamicImportSettled();
  act(() => page.line.know({}));
  return page;
}

test("an answer that an agent sends is a card, to be read in place", async () => {
  const relay = aHelpfulRelay();
  const { panel, press } = await aConversation(relay);
  expect(panel.getByText("From our answers")).toBeDefined();
  expect(panel.getByText(CARD.excerpt)).toBeDefined();
  expect(relay.asked).toEqual([]);

  await press("Read it here");
  expect(panel.getByText("Half a size.")).toBeDefined();
  expect(panel.queryByText(CARD.excerpt)).toBeNull();
  expect(relay.asked).toEqual([`/answers/${CARD.id}?locale=pt`]);

  await press("Show less");
  expect(panel.getByText(CARD.excerpt)).toBeDefined();
});

test("a card whose answer is gone keeps what it said", async () => {
  const { panel, press } = await aConversation(aHelpfulRelay({ answer: 404 }));

  await press("Read it here");
  await settle();

  expect(panel.getByText(CARD.question)).toBeDefined();
  expect(panel.getByText("This answer cannot be fetched just now.")).toBeDefined();
});
