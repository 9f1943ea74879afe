// @vitest-environment happy-dom
import { aMessage, aSummary } from "@shopbell/protocol/testing";
import { afterEach, expect, test, vi } from "vitest";
import {
  aHelpedPage,
  aHelpfulRelay,
  anAnswer,
  anAnswerId,
  leaveShop,
  settle,
  someHelp,
} from "../../testing/a-helped-page.ts";

afterEach(leaveShop);

const SMALL = "Does the Alfama run small?";

test("the first screen shows what is often asked on the page that the visitor is on", async () => {
  const relay = aHelpfulRelay();

  const { panel } = await aHelpedPage(relay);

  expect(relay.asked).toContain(`/help?locale=en-GB&page=${encodeURIComponent(location.pathname)}`);
  expect(panel.getByRole("heading", { name: "Often asked" })).toBeDefined();
  expect(panel.getByRole("link", { name: "All our answers" }).getAttribute("href")).toBe(
    "https://help.lisboa.example/en/",
  );
});

test("an answer is read in place, with what was typed kept in the composer", async () => {
  const { panel, type, press, composer } = await aHelpedPage(aHelpfulRelay());
  type("hi");

  await press(SMALL);

  expect(panel.getByText("Half a size.")).toBeDefined();
  expect(panel.getByRole("link", { name: "Open as a page" }).getAttribute("href")).toBe(
    "https://chat.example/help/lisboa/en/alfama",
  );
  expect(composer().value).toBe("hi");
});

test("Escape closes the answer first, and the panel after it", async () => {
  const { panel, press, pressEscape } = await aHelpedPage(aHelpfulRelay());
  await press(SMALL);

  pressEscape();
  expect(panel.queryByText("Half a size.")).toBeNull();
  expect(panel.getByRole("dialog")).toBeDefined();

  pressEscape();
  expect(panel.queryByRole("dialog")).toBeNull();
});

test("under an answer a person is one tap away: to the composer, or, where something is written, to the shop", async () => {
  const { panel, root, press, type, composer, line } = await aHelpedPage(aHelpfulRelay());
  await press(SMALL);

  await press("Still need a person? Write to us");
  expect(root.activeElement).toBe(composer());

  type("My heel rubs");
  await press("Still need a person? Send what you wrote");
  expect(line.asked).toContainEqual(["send", expect.anything(), "My heel rubs", expect.anything()]);
  expect(panel.getByRole("log").textContent).toContain("My heel rubs");
});

test("a vote is cast at once, can be changed, and names a person where it was no", async () => {
  const relay = aHelpfulRelay();
  const { panel, press } = await aHelpedPage(relay);
  await press(SMALL);

  await press("Yes");
  expect(panel.getByText("Thank you.")).toBeDefined();
  await press("No");

  expect(panel.getByText("Thank you for saying so. A person knows more.")).toBeDefined();
  expect(relay.told("/vote")).toEqual([
    { locale: "en", useful: true },
    { locale: "en", useful: false },
  ]);
});

test("a vote that was not taken is not thanked for, and may be cast again", async () => {
  const relay = aHelpfulRelay();
  const fetch = async (address: string, init?: RequestInit) =>
    address.endsWith("/vote") ? new Response(null, { status: 429 }) : relay.fetch(address, init);
  const { panel, press } = await aHelpedPage({ fetch });
  await press(SMALL);

  await press("Yes");
  await settle();

  expect(panel.queryByText("Thank you.")).toBeNull();
  expect(panel.getByRole("button", { name: "Yes" }).getAttribute("aria-pressed")).toBe("false");
});

test("an answer that does not come says so, and is asked for again when it is opened again", async () => {
  const relay = aHelpfulRelay({ answer: 503 });
  const { panel, press } = await aHelpedPage(relay);
  await press(SMALL);
  expect(panel.getByText("This answer cannot be fetched just now.")).toBeDefined();

  relay.answers.answer = anAnswer();
  await press(SMALL);
  await press(SMALL);

  expect(panel.getByText("Half a size.")).toBeDefined();
});

test("without the relay's answer the list is absent, and the composer works", async () => {
  const { panel, type, composer, line } = await aHelpedPage(aHelpfulRelay({ help: 503 }));

  type("hello");
  composer().form?.requestSubmit();

  expect(panel.queryByText("Often asked")).toBeNull();
  expect(line.asked).toContainEqual(["send", expect.anything(), "hello", expect.anything()]);
});

test("whoever only has orders, or other ways, is shown no list", async () => {
  const { panel } = await aHelpedPage(aHelpfulRelay({ help: someHelp({ answers: [], centre: null }) }));

  expect(panel.getByRole("button", { name: /Where is my order/ })).toBeDefined();
  expect(panel.queryByText("Often asked")).toBeNull();
});

test("what comes late comes below the visitor's own conversations, and in its place when the panel is opened again", async () => {
  const head = { ...aSummary({ state: "closed", lastMessage: aMessage() }), request: null };
  const page = await aHelpedPage(aHelpfulRelay(), { conversations: [head] });
  await vi.dynamicImportSettled();
  await settle();
  const headings = () => page.panel.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);

  expect(headings()).toEqual(["Your conversations", "Often asked"]);

  page.pressEscape();
  page.reopen();
  expect(headings()).toEqual(["Often asked", "Your conversations"]);
});

test("nothing of it is kept on the device", async () => {
  const { press } = await aHelpedPage(aHelpfulRelay());

  await press(SMALL);
  await press("Yes");

  expect({ ...localStorage }).toEqual({});
  expect(document.cookie).toBe("");
});

test("a page that changes its address without a reload is asked for anew", async () => {
  const relay = aHelpfulRelay();
  const { line } = await aHelpedPage(relay);
  const before = location.pathname;

  history.pushState(null, "", "/boots/sintra");
  line.know({});
  await settle();
  history.replaceState(null, "", before);

  expect(relay.asked).toContain("/help?locale=en-GB&page=%2Fboots%2Fsintra");
});

/** What the shop has about Norway, once it is asked for. */
function knowsNorway(relay: ReturnType<typeof aHelpfulRelay>): void {
  relay.answers.found = {
    locale: "en",
    answers: [{ id: anAnswerId(7), question: "Do you ship to Norway?", marks: [[7, 11]] }],
  };
}

async function pause(): Promise<void> {
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
  await settle();
}

test("what was opened stays while what is written leads elsewhere", async () => {
  const relay = aHelpfulRelay();
  const { panel, press, type } = await aHelpedPage(relay);
  await press(SMALL);
  knowsNorway(relay);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

  type("do you ship");
  await pause();

  expect(panel.getByText("ship").tagName).toBe("MARK");
  expect(panel.getByText("Half a size.")).toBeDefined();
  expect(panel.getByText("1 answer").getAttribute("role")).toBe("status");
});

test("a vote on what was found says which words led there", async () => {
  const relay = aHelpfulRelay();
  const { press, type } = await aHelpedPage(relay);
  knowsNorway(relay);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  type("do you ship");
  await pause();

  await press("Do you ship to Norway?");
  await press("No");

  expect(relay.told("/vote")).toEqual([{ locale: "en", useful: false, words: "do you ship" }]);
});

test("what is not found is said, and leaves what is often asked", async () => {
  const { panel, type } = await aHelpedPage(aHelpfulRelay());
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

  type("do you resole boots");
  await pause();

  expect(panel.getByRole("heading", { name: "Often asked" })).toBeDefined();
  expect(panel.getByRole("status", { name: "" }).textContent).toContain("No answer to this yet.");
});
