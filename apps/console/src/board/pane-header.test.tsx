// @vitest-environment happy-dom
import { ANA, aSummary, JOAO } from "@shopbell/protocol/testing";
import type { ConversationSummary } from "@shopbell/protocol/types";
import { afterEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { renderAtDesk, the } from "../testing/render.tsx";
import { PaneHeader } from "./pane-header.tsx";

let remove: () => void;
afterEach(() => remove());

function show(changes: Partial<ConversationSummary>) {
  remove = renderAtDesk(
    aFakeLine(),
    <PaneHeader row={aSummary(changes)} place={1} onBack={vi.fn()}>
      {null}
    </PaneHeader>,
  );
}

test.each([
  ["You, e-mail", { assignee: ANA, channel: "email" }],
  ["João, callback", { assignee: JOAO, phone: "+351215550100" }],
  ["Nobody yet, form", { channel: "form" }],
  ["Snoozed", { assignee: ANA, state: "snoozed", snoozedUntil: 20_000 }],
  ["Closed", { state: "closed" }],
] as const)("the header says whose it is, and how it began: %s", (words, changes) => {
  show(changes);

  expect(the("header").textContent).toContain(words);
});

test("a visitor can be written to and called from the header, and nothing in an address becomes more than an address", () => {
  show({ email: "rui?subject=hello&x@mail.example", phone: "+351215550100" });

  const links = [...document.querySelectorAll("header a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["mailto:rui%3Fsubject%3Dhello%26x@mail.example", "tel:+351215550100"]);
});

test("what a visitor who waits was promised stands in the header, until they are answered", () => {
  const promisedAt = new Date(1970, 0, 2, 9).getTime();
  show({ waitingSince: 1_000, promisedAt });
  expect(the("header").textContent).toMatch(/Answer promised by Fri 9:00.AM/);
  remove();

  show({ waitingSince: null, promisedAt });
  expect(the("header").textContent).not.toContain("promised");
});

test("of who left neither address nor number nothing is shown", () => {
  show({});

  expect(document.querySelector("header a")).toBeNull();
});
