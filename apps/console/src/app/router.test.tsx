// @vitest-environment happy-dom
import { aConversationId, aSummary } from "@shopbell/protocol/testing";
import { focusManager } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lineOf } from "../line/opened-lines.ts";
import { aFakeLine, aMember } from "../testing/fake-line.ts";
import { aMe, aQueryClient, button, press, renderWith, the } from "../testing/render.tsx";
import { consoleRouter } from "./router.tsx";

vi.mock("../line/opened-lines.ts");

const ONE = aSummary({ id: aConversationId(1), number: 1 });
const TWO = aSummary({ id: aConversationId(2), number: 2 });
let line = aFakeLine();
let remove = () => {};

/** Opens an address of the console, with a relay that answers each path as given. */
function visit(address: string, answers: Record<string, () => unknown>) {
  vi.stubGlobal("fetch", async (path: string) => Response.json(answers[path]?.() ?? {}));
  history.replaceState({}, "", address);
  const queries = aQueryClient();
  remove = renderWith(queries, <RouterProvider router={consoleRouter(queries)} />);
}

function settled(expectation: () => void) {
  return act(() => vi.waitFor(expectation));
}

beforeEach(() => {
  line = aFakeLine({ inbox: { [ONE.id]: ONE, [TWO.id]: TWO } });
  const unfinished = { read: () => "", write: vi.fn() };
  vi.mocked(lineOf).mockReturnValue({ line, clock: { now: () => 10_000 }, unfinished });
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1_200);
});
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("the keyboard goes on from a pane that is taken off: to the pane beside it, then to the list", async () => {
  visit(`/?tab=queue&open=${ONE.id},${TWO.id}`, { "/v1/agent/me": aMe });
  await settled(() => expect(document.querySelectorAll("[aria-label='Take off the board']")).toHaveLength(2));

  act(() => the(`section[aria-label='Visitor, conversation #1'] [aria-label='Take off the board']`).click());
  await settled(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Visitor, conversation #2"));

  act(() => the("[aria-label='Take off the board']").click());
  await settled(() => expect(document.querySelector("section[aria-label]")).toBeNull());
  expect(the("nav[aria-label='Conversations']").contains(document.activeElement)).toBe(true);
});

test("counts of a list that is not whole are counts of at least so many", async () => {
  visit("/?tab=queue", { "/v1/agent/me": aMe });
  await settled(() => expect(the("[role=tab][aria-selected=true]").textContent).toBe("Queue 2"));

  act(() => line.become({ inboxMore: true }));

  expect(the("[role=tab][aria-selected=true]").textContent).toBe("Queue 2+");
});

test("a key steps away from the counter, and a key comes back", async () => {
  // The first key makes the bell ready to sound.
  vi.stubGlobal("AudioContext", class {});
  visit("/", { "/v1/agent/me": aMe });
  await settled(() => expect(document.querySelector("[role=switch]:not([disabled])")).not.toBeNull());

  press(document.body, "a");
  act(() => line.become({ team: [aMember({ availability: "away", reason: "chosen" })] }));
  press(document.body, "a");

  expect(line.calls.filter((call) => call.startsWith("availability"))).toEqual([
    "availability away",
    "availability available",
  ]);
});

test("a sign-in that was opened before set-up notices that it was done elsewhere", async () => {
  let needed = true;
  visit("/sign-in", { "/v1/setup": () => ({ needed, needsShop: true }) });
  await settled(() => expect(document.body.textContent).toContain("Open the set-up link"));

  needed = false;
  act(() => focusManager.setFocused(false));
  act(() => focusManager.setFocused(true));

  await settled(() => expect(button("Sign in").type).toBe("submit"));
});
