// @vitest-environment happy-dom

import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import { aConversationId, aMessage, aSiteState, aSummary } from "@shopbell/protocol/testing";
import { act, fireEvent, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import type { Say } from "../contract.ts";
import { aHandover } from "../testing/a-handover.ts";
import { aLine, type FakeLine, knowing } from "../testing/fake-line.ts";
import { openCounter } from "./counter.ts";
import { wordsFor } from "./words.ts";

// Whether somebody is there is asked of the relay, and that is another test's.
vi.stubGlobal("fetch", () => new Promise(() => undefined));

const ID = aConversationId();
const HOME = "Runs on Shopbell";
let say: Say | undefined;

/** A page of the shop, with the bell on it. */
function aPage(line: FakeLine = aLine(knowing(ID, { entries: [aMessage()] }))) {
  act(() => say?.("destroy"));
  const handover = aHandover();
  act(() => {
    say = openCounter(handover, line, wordsFor(["en-GB"], "ltr"));
  });
  const panel = within(handover.bell.parentElement as HTMLElement);
  const box = () => panel.getByRole("textbox") as HTMLTextAreaElement;
  return {
    line,
    panel,
    box,
    ring: () => act(() => say?.("toggle")),
    write: (value: string) => fireEvent.input(box(), { target: { value } }),
    enter: () => fireEvent.keyDown(box(), { key: "Enter" }),
    press: (name: string) => fireEvent.click(panel.getByRole("button", { name })),
  };
}

function leftIn(conversation: string): void {
  localStorage.setItem("shopbell:lisboa:open", `1${conversation}`);
}

afterEach(() => {
  act(() => say?.("destroy"));
  say = undefined;
  vi.restoreAllMocks();
  localStorage.clear();
});

test("the bell opens the conversation that was left, with its unfinished text, and sends it there", () => {
  leftIn(ID);
  const first = aPage();
  first.write("half-written dra");
  fireEvent.keyDown(first.box(), { key: "Escape" });

  const next = aPage();
  expect(next.panel.queryByRole("dialog")).toBeNull();
  next.ring();
  expect(next.box().value).toBe("half-written dra");
  next.enter();

  expect(next.line.asked).toContainEqual(["send", ID, "half-written dra", {}]);
});

test("an unfinished text stays at its place", async () => {
  leftIn(ID);
  const page = aPage();
  page.write("to Ana");

  page.press("Back");
  expect(page.box().value).toBe("");
  page.write("a new question");
  fireEvent.click(await page.panel.findByText("You: message 1"));
  expect(page.box().value).toBe("to Ana");

  page.press("Back");
  page.enter();
  expect(page.line.asked).toContainEqual([
    "send",
    expect.not.stringMatching(ID),
    "a new question",
    { start: true, page: expect.anything() },
  ]);
});

test("who went back to the first screen finds it on the next page", () => {
  leftIn(ID);
  const page = aPage();
  page.press("Back");
  page.press("Close");

  const next = aPage();
  next.ring();

  expect(next.panel.getByText(HOME)).toBeDefined();
});

test("a conversation that was closed since is not what the bell opens, unless a text waits in it", () => {
  localStorage.setItem("shopbell:lisboa:open", `0${ID}`);
  const closed = () =>
    aLine({
      ...knowing(ID, { entries: [aMessage()] }),
      conversations: [{ ...aSummary({ id: ID, state: "closed", lastMessage: aMessage() }), request: null }],
    });
  const page = aPage(closed());
  page.ring();
  expect(page.panel.getByText(HOME)).toBeDefined();

  localStorage.setItem("shopbell:lisboa:open", `0${ID}`);
  localStorage.setItem(`shopbell:lisboa:draft:${ID}`, "One more thing");
  const next = aPage(closed());
  next.ring();
  expect(next.box().value).toBe("One more thing");
});

test("where the device is full, unfinished texts live on in the page", async () => {
  leftIn(ID);
  const page = aPage();
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  page.write("to Ana");

  page.press("Back");
  fireEvent.click(await page.panel.findByText("You: message 1"));

  expect(page.box().value).toBe("to Ana");
});

test("what another tab writes at the same place appears here", () => {
  leftIn(ID);
  const page = aPage();

  localStorage.setItem(`shopbell:lisboa:draft:${ID}`, "from there");
  act(() => void window.dispatchEvent(new Event("storage")));

  expect(page.box().value).toBe("from there");
});

test("too long a text is kept whole, says by how much, and is not sent until it is short enough", () => {
  const page = aPage(aLine());
  page.ring();
  const text = "x".repeat(MAX_TEXT_LENGTH);

  page.write(`${text}yyy`);
  page.enter();

  expect(page.panel.getByText("3 too many")).toBeDefined();
  expect(page.panel.getByRole("button", { name: "Send" }).hasAttribute("disabled")).toBe(true);
  expect(page.box().value).toBe(`${text}yyy`);
  expect(page.box().hasAttribute("maxlength")).toBe(false);
  expect(page.line.asked).toEqual([]);

  page.write(text);
  expect(page.panel.queryByText(/too many/)).toBeNull();
  page.enter();
  expect(page.line.asked).toContainEqual(["send", expect.anything(), text, expect.anything()]);
});

test("the first screen claims nothing about who is there while the connection is lost", () => {
  const page = aPage(aLine({ status: "live", site: aSiteState({ availability: "available" }) }));
  page.ring();
  expect(page.panel.getByText("Available now")).toBeDefined();

  act(() => page.line.know({ status: "waiting" }));

  expect(page.panel.queryByText("Available now")).toBeNull();
  expect(page.panel.getByText("Connecting again…")).toBeDefined();
  expect(page.panel.getByText("No connection.")).toBeDefined();
});

test("before the first message, the device itself says that there is no network", () => {
  const page = aPage(aLine());
  page.ring();
  const network = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(page.panel.getByText("No connection.")).toBeDefined();
  expect(page.panel.queryByText(/are here|Available/)).toBeNull();

  network.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event("online")));
  expect(page.panel.queryByText("No connection.")).toBeNull();
});

test.each([
  ["internal", true],
  ["conflict", false],
] as const)("a message refused as %s: that our side failed is said: %s", async (reason, isOurs) => {
  leftIn(ID);
  const failed = { id: aMessage().id, conversationId: ID, text: "My invoice", writtenAt: 1_000, reason } as const;
  const page = aPage(aLine({ ...knowing(ID, {}), outbox: [{ ...failed, status: "failed" }] }));

  await vi.dynamicImportSettled();
  act(() => page.line.know({}));

  expect(page.panel.queryByText("We could not save your message.") !== null).toBe(isOurs);
});
