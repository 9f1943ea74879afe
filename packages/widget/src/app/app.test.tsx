// @vitest-environment happy-dom
import { ANA, aConversationId, aMessage, aMessageId, aSiteState, byAgent } from "@shopbell/protocol/testing";
import { act, fireEvent, type screen, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import type { Say } from "../contract.ts";
import { aHandover } from "../testing/a-handover.ts";
import { aLine, type FakeLine, knowing } from "../testing/fake-line.ts";
import { openCounter } from "./counter.ts";
import { wordsFor } from "./words.ts";

// Whether somebody is there is asked of the relay, and that is another test's.
vi.stubGlobal("fetch", () => new Promise(() => undefined));

const ID = aConversationId();
let say: Say | undefined;

function aCounter(line: FakeLine) {
  const handover = aHandover();
  act(() => {
    say = openCounter(handover, line, wordsFor(["en-GB"], "ltr"));
  });
  const command: Say = (...call) => act(() => say?.(...call));
  const root = handover.bell.getRootNode() as ShadowRoot;
  return { ...handover, root, say: command, panel: within(root.querySelector<HTMLElement>(".sb") as HTMLElement) };
}

type Queries = ReturnType<typeof aCounter>["panel"];

function write(panel: Queries, value: string): void {
  fireEvent.input(box(panel), { target: { value } });
}

function box(panel: { getByRole: typeof screen.getByRole }): HTMLTextAreaElement {
  return panel.getByRole("textbox") as HTMLTextAreaElement;
}

function stored(): Record<string, string> {
  return { ...localStorage };
}

afterEach(() => {
  act(() => say?.("destroy"));
  localStorage.clear();
});

test("nothing is stored and nobody is called before the visitor writes", () => {
  const line = aLine();
  const { say } = aCounter(line);

  say("open");

  expect(stored()).toEqual({});
  expect(line.asked).toEqual([]);
});

test("the page may say what is to be asked, and never writes over the visitor", () => {
  const { say, panel } = aCounter(aLine());

  act(() => say("open", "Is it vegan?"));
  expect(box(panel).value).toBe("Is it vegan?");

  fireEvent.input(box(panel), { target: { value: "Is it small?" } });
  act(() => say("open", "Is it vegan?"));
  expect(box(panel).value).toBe("Is it small?");
});

test("the first message begins a conversation, says on which page, and shows it at once", () => {
  const line = aLine();
  const { say, panel } = aCounter(line);
  say("open");

  fireEvent.input(box(panel), { target: { value: "Is it small?" } });
  fireEvent.keyDown(box(panel), { key: "Enter" });

  const [start, send] = line.asked;
  expect(send).toEqual([
    "send",
    expect.stringMatching(/^[0-9a-f]{32}$/),
    "Is it small?",
    { start: true, page: expect.anything() },
  ]);
  expect(start).toEqual(["start"]);
  expect(panel.getByText("Is it small?")).toBeDefined();
  expect(panel.getByText("Sending")).toBeDefined();
  expect(box(panel).value).toBe("");
  expect(stored()["shopbell:lisboa:open"]).toBe(`1${send?.[1]}`);
});

test.each([
  ["Shift+Enter, which breaks the line", { key: "Enter", shiftKey: true }],
  ["Enter that chooses a word of an input method", { key: "Enter", isComposing: true }],
  ["the same in Safari", { key: "Enter", keyCode: 229 }],
  ["a letter", { key: "a" }],
])("%s does not send", (_, key) => {
  const line = aLine();
  const { say, panel } = aCounter(line);
  say("open");
  fireEvent.input(box(panel), { target: { value: "hello" } });

  fireEvent.keyDown(box(panel), key);

  expect(line.asked).toEqual([]);
});

test("an empty text cannot be sent", () => {
  const line = aLine();
  const { say, panel } = aCounter(line);
  say("open");
  fireEvent.input(box(panel), { target: { value: "  \n " } });

  fireEvent.keyDown(box(panel), { key: "Enter" });

  expect(line.asked).toEqual([]);
  expect(panel.getByRole("button", { name: "Send" }).hasAttribute("disabled")).toBe(true);
});

test("what was typed survives a reload, and is forgotten once it is sent", () => {
  const { say, panel } = aCounter(aLine());
  say("open");
  fireEvent.input(box(panel), { target: { value: "half a sen" } });
  say("destroy");

  const reloaded = aCounter(aLine());
  reloaded.say("open");
  expect(box(reloaded.panel).value).toBe("half a sen");

  fireEvent.keyDown(box(reloaded.panel), { key: "Enter" });
  expect(stored()["shopbell:lisboa:draft:"]).toBeUndefined();
});

test("a message that was not sent keeps its text and offers to try again or to delete it", () => {
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const failed = {
    id: aMessageId(7),
    conversationId: ID,
    text: "My invoice",
    writtenAt: 1_000,
    status: "failed",
  } as const;
  const line = aLine({ ...knowing(ID, {}), outbox: [failed] });
  const { panel } = aCounter(line);

  fireEvent.click(panel.getByRole("button", { name: "Try again" }));
  fireEvent.click(panel.getByRole("button", { name: "Delete" }));

  expect(panel.getByText("My invoice")).toBeDefined();
  expect(line.asked).toEqual(
    expect.arrayContaining([
      ["retry", failed.id],
      ["discard", failed.id],
    ]),
  );
});

test("the bell counts what is unread, and tells the page", async () => {
  const line = aLine();
  const { say, bell } = aCounter(line);
  const heard = vi.fn();
  say("on", "unread", heard);

  act(() => line.know(knowing(ID, { entries: [aMessage({ author: byAgent() })] })));
  await Promise.resolve();

  expect(bell.getAttribute("aria-label")).toBe("Chat with Lisboa Shoes: available now, 1 unread");
  expect(heard).toHaveBeenCalledWith(1);
});

test("ringing with something unread opens the conversation it is in, under a line that says what is new", () => {
  const line = aLine();
  const { say, panel } = aCounter(line);
  act(() => line.know(knowing(ID, { entries: [aMessage({ author: byAgent(), text: "They are ready." })] })));

  say("toggle");

  expect(panel.getByRole("dialog", { name: "Conversation with Ana" })).toBeDefined();
  expect(panel.getByText("New")).toBeDefined();
  expect(line.asked).toContainEqual(["see", ID, 1]);
});

test("without a connection nothing is claimed about who is there", () => {
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const line = aLine({
    ...knowing(ID, { entries: [aMessage({ author: byAgent() })] }),
    site: aSiteState({ availability: "available", people: [ANA] }),
  });
  const { panel } = aCounter(line);
  expect(panel.getByText("Here now")).toBeDefined();

  act(() => line.know({ status: "waiting" }));

  expect(panel.queryByText("Here now")).toBeNull();
  expect(panel.getByText("Connecting again…")).toBeDefined();
  expect(panel.getByText("No connection.")).toBeDefined();
});

test("Escape closes the panel and gives the focus back to the bell", () => {
  const { say, panel, bell, root } = aCounter(aLine());
  bell.focus();
  say("open");
  expect(root.activeElement).toBe(box(panel));

  fireEvent.keyDown(box(panel), { key: "Escape" });

  expect(panel.queryByRole("dialog")).toBeNull();
  expect(root.activeElement).toBe(bell);
});

test("the shop's own shortcuts do not hear what is typed", () => {
  const { say, panel } = aCounter(aLine());
  const heard = vi.fn();
  document.addEventListener("keydown", heard);
  say("open");

  fireEvent.keyDown(box(panel), { key: "s" });

  expect(heard).not.toHaveBeenCalled();
  document.removeEventListener("keydown", heard);
});

test("ending on this device asks once, then forgets the line and what was typed at any place", async () => {
  localStorage.setItem("shopbell:lisboa:draft:", "asked at home");
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const line = aLine(knowing(ID, { entries: [aMessage()] }));
  const { panel } = aCounter(line);
  write(panel, "secret");

  fireEvent.click(panel.getByRole("button", { name: "More" }));
  fireEvent.click(await panel.findByText("End and forget on this device"));
  await panel.findByText("End this chat and remove it from this device?");
  expect(line.asked).not.toContainEqual(["forget"]);
  fireEvent.click(panel.getByRole("button", { name: "End and forget" }));

  expect(line.asked).toContainEqual(["forget"]);
  expect(stored()).toEqual({});
  expect(panel.queryByText("message 1")).toBeNull();
});

test.each([
  ["Keep", (panel: Queries) => fireEvent.click(panel.getByRole("button", { name: "Keep" }))],
  [
    "Escape",
    (panel: Queries) =>
      fireEvent.keyDown(panel.getByRole("button", { name: "Keep" }), { key: "Escape", bubbles: true }),
  ],
])("%s keeps the chat, and leads back to writing", async (_, keep) => {
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const line = aLine(knowing(ID, { entries: [aMessage()] }));
  const { panel, root } = aCounter(line);
  fireEvent.click(panel.getByRole("button", { name: "More" }));
  fireEvent.click(await panel.findByText("End and forget on this device"));
  await panel.findByRole("button", { name: "Keep" });

  keep(panel);

  expect(line.asked).not.toContainEqual(["forget"]);
  expect(panel.queryByRole("button", { name: "End and forget" })).toBeNull();
  expect(panel.getByText("message 1")).toBeDefined();
  expect(root.activeElement).toBe(box(panel));
});

test("a text is shown as text", () => {
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const text = "<img src=x onerror=alert(1)> {{7*7}}";
  const { panel } = aCounter(aLine(knowing(ID, { entries: [aMessage({ text, author: byAgent() })] })));

  expect(panel.getByText(text).children).toHaveLength(0);
});

test("a conversation that is gone, as the line began anew, leads back to the first screen with what is being written", () => {
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const line = aLine(knowing(ID, { entries: [aMessage()] }));
  const { panel } = aCounter(line);
  fireEvent.input(box(panel), { target: { value: "half a sen" } });
  expect(panel.getByText("message 1")).toBeDefined();

  act(() => line.know({ threads: {} }));

  expect(panel.queryByText("message 1")).toBeNull();
  expect(panel.getByText("Runs on Shopbell")).toBeDefined();
  expect(box(panel).value).toBe("half a sen");
});

test("a visitor who allows no storage can write all the same", () => {
  vi.stubGlobal("localStorage", undefined);
  const line = aLine();
  const { say, panel } = aCounter(line);
  say("open");

  fireEvent.input(box(panel), { target: { value: "hello" } });
  fireEvent.keyDown(box(panel), { key: "Enter" });
  vi.unstubAllGlobals();

  expect(panel.getByText("hello")).toBeDefined();
});

test("a panel that was left open in another tab stays so, whatever is heard in this one", () => {
  const line = aLine(knowing(ID, { entries: [aMessage()] }));
  const { panel } = aCounter(line);
  expect(panel.queryByRole("dialog")).toBeNull();
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);

  act(() => line.know(knowing(ID, { entries: [aMessage(), aMessage({ seq: 2 })] })));

  expect(stored()["shopbell:lisboa:open"]).toBe(`1${ID}`);
});
