// @vitest-environment happy-dom
import { EMPTY_THREAD, type Thread } from "@shopbell/client";
import { aSummary, byAgent, byVisitor, JOAO } from "@shopbell/protocol/testing";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { renderAtDesk, the } from "../testing/render.tsx";
import { InboxRow } from "./inbox-row.tsx";

const ROW = aSummary();
let remove: () => void;
afterEach(() => remove());

function show(thread: Partial<Thread> = {}) {
  const line = aFakeLine({ threads: { [ROW.id]: { ...EMPTY_THREAD, ...thread } } });
  const does = { onOpen: vi.fn(), onReach: vi.fn(), onStep: vi.fn() };
  remove = renderAtDesk(line, <InboxRow row={ROW} place={undefined} current={false} reachable {...does} />);
  return line;
}

test("a row says who is writing: the visitor at the shop, or a colleague", () => {
  const line = show({ typing: byVisitor() });
  expect(the("button").textContent).toContain("Lisboa Shoes, writing");

  act(() => line.become({ threads: { [ROW.id]: { ...EMPTY_THREAD, typing: byAgent(JOAO) } } }));

  expect(the("button").textContent).toContain("João writing");
});

test("a row is heard as a visitor and the number of their conversation", () => {
  show();
  for (const unheard of document.querySelectorAll("[aria-hidden=true]")) unheard.remove();

  expect(the("button").textContent).toContain("Visitor, conversation #1001");
});
