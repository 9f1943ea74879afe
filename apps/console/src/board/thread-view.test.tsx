// @vitest-environment happy-dom
import { type Draft, EMPTY_THREAD, type Thread } from "@shopbell/client";
import {
  ANA,
  aConversationId,
  aMessage,
  aMessageId,
  aSummary,
  byAgent,
  byVisitor,
  JOAO,
} from "@shopbell/protocol/testing";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { button, renderAtDesk, the } from "../testing/render.tsx";
import { ThreadView } from "./thread-view.tsx";

const ID = aConversationId(1);
let remove: () => void;
afterEach(() => {
  remove();
  vi.restoreAllMocks();
});

function aThread(changes: Partial<Thread> = {}): Thread {
  return { ...EMPTY_THREAD, loaded: true, ...changes };
}

function aDraft(changes: Partial<Draft> = {}): Draft {
  return { id: aMessageId(9), conversationId: ID, text: "Then 43.", writtenAt: 0, status: "sending", ...changes };
}

function show(thread: Thread, drafts: Draft[] = []) {
  const line = aFakeLine({ outbox: drafts, threads: { [ID]: thread } });
  remove = renderAtDesk(
    line,
    <ThreadView id={ID} row={aSummary()} name="Mihai" label="Mihai" thread={thread} current />,
  );
  return line;
}

test("what somebody can see is marked as seen up to its last entry", () => {
  const line = show(aThread({ entries: [aMessage({ seq: 1 }), aMessage({ seq: 2 })] }));

  expect(line.calls).toContain(`see ${ID} 2`);
});

test("what the visitor has seen is called seen, without a time: nobody knows when", () => {
  show(aThread({ entries: [aMessage({ author: byAgent(ANA) })], seen: { visitor: 1, agent: 1 } }));

  expect(the("[data-seen=true]").textContent).toBe("Seen");
});

test("in a hidden tab nothing is marked as seen", () => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  const line = show(aThread({ entries: [aMessage({ seq: 1 })] }));

  expect(line.calls.filter((call) => call.startsWith("see"))).toEqual([]);
});

test("markup in a message is shown as the text it is", () => {
  show(aThread({ entries: [aMessage({ text: "<img src=x onerror=alert(1)> {{7*7}}" })] }));

  expect(document.querySelector("img")).toBeNull();
  expect(the("[role=log]").textContent).toContain("<img src=x onerror=alert(1)> {{7*7}}");
});

test("only what the relay has confirmed carries a tick", () => {
  show(aThread({ entries: [aMessage({ seq: 1, author: byAgent() })] }), [aDraft()]);

  expect(the("[role=log]").textContent).toMatch(/Sent .*Then 43\.Sending…/);
});

test("a draft that failed says so, and can be tried again or deleted", () => {
  const line = show(aThread(), [aDraft({ status: "failed", reason: "too-fast" })]);
  expect(the("[role=alert]").textContent).toContain("Not sent.");

  act(() => button("Try again").click());
  act(() => button("Delete").click());

  expect(line.calls).toEqual(expect.arrayContaining([`retry ${aMessageId(9)}`, `discard ${aMessageId(9)}`]));
});

test("it says who is writing: the visitor, or a colleague who answers already", () => {
  const line = show(aThread({ typing: byVisitor() }));
  expect(document.body.textContent).toContain("Mihai is typing");

  act(() => line.become({ threads: { [ID]: aThread({ typing: byAgent(JOAO) }) } }));

  expect(document.body.textContent).toContain("João is writing an answer");
  expect(document.body.textContent).not.toContain("is typing");
});

test("what I write in another tab is not told to me", () => {
  show(aThread({ typing: byAgent(ANA) }));

  expect(document.body.textContent).not.toMatch(/typing|writing/);
});

test("an address in a message can be followed, and leads away without a trace of this page", () => {
  show(aThread({ entries: [aMessage({ text: "See https://shop.example/a." })] }));

  const link = the<HTMLAnchorElement>("[role=log] a");
  expect([link.href, link.target, link.rel]).toEqual([
    "https://shop.example/a",
    "_blank",
    "noopener noreferrer nofollow",
  ]);
  expect(the("[role=log]").textContent).toContain("See https://shop.example/a.");
});

test("a message says how it came, unless it was by chat", () => {
  show(aThread({ entries: [aMessage({ seq: 1 }), aMessage({ seq: 2, channel: "email", author: byAgent(JOAO) })] }));

  const marks = [...document.querySelectorAll("[role=log] span")].filter((each) => each.textContent === "By e-mail");
  expect(marks).toHaveLength(1);
  expect(the("[data-side=them]").querySelector("svg")).toBeNull();
});

test("a file that came along can be fetched, one that was refused is named", () => {
  const taken = { name: "recibo.pdf", type: "application/pdf", size: 84_300, href: "/v1/files/1" };
  const refused = { name: "winmail.dat", type: "application/ms-tnef", size: 1_200_000 };
  show(aThread({ entries: [aMessage({ seq: 1, text: "", attachments: [taken, refused] })] }));

  const link = the<HTMLAnchorElement>("[role=log] a");
  expect([link.textContent, link.getAttribute("href")]).toEqual(["recibo.pdf, 84.3 kB", "/v1/files/1"]);
  expect(the("[role=log] ul").textContent).toContain("winmail.dat, 1.2 MB: refused");
});
