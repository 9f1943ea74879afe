// @vitest-environment happy-dom

import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import { aConversationId, aSummary } from "@shopbell/protocol/testing";
import { createRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { button, press, renderAtDesk, the, typeInto } from "../testing/render.tsx";
import { Composer } from "./composer.tsx";
import type { FocusWish } from "./use-board.ts";

const ID = aConversationId(1);
let line = aFakeLine();
let leave = vi.fn();
let remove: () => void;

function show(row = aSummary(), wish: FocusWish | null = null) {
  const composer = (
    <Composer box={createRef()} id={ID} row={row} name="Mihai" label="Mihai" wish={wish} onLeave={leave} />
  );
  remove = renderAtDesk(line, composer);
}

beforeEach(() => {
  localStorage.clear();
  line = aFakeLine();
  leave = vi.fn();
});
afterEach(() => remove());

test("Enter sends what was written, and leaves nothing unfinished behind", () => {
  show();
  typeInto(the("textarea"), "Then 43.");
  expect(localStorage.length).toBe(1);

  press(the("textarea"), "Enter");

  expect(line.calls).toContain(`send ${ID} Then 43.`);
  expect(the<HTMLTextAreaElement>("textarea").value).toBe("");
  expect(localStorage.length).toBe(0);
});

test("what was written is there again after a reload", () => {
  show();
  typeInto(the("textarea"), "Then 43.");
  remove();

  show();

  expect(the<HTMLTextAreaElement>("textarea").value).toBe("Then 43.");
});

test("whoever comes back to the box goes on behind what they wrote", () => {
  show();
  typeInto(the("textarea"), "Then 43.");
  remove();

  show(aSummary(), { id: ID, on: "composer" });

  const box = the<HTMLTextAreaElement>("textarea");
  expect(document.activeElement).toBe(box);
  expect(box.selectionStart).toBe("Then 43.".length);
});

test("nothing is sent while an input method composes, nor when there are only spaces", () => {
  show();
  typeInto(the("textarea"), "に");
  press(the("textarea"), "Enter", { isComposing: true });
  typeInto(the("textarea"), "   ");
  press(the("textarea"), "Enter");

  expect(line.calls.filter((call) => call.startsWith("send"))).toEqual([]);
});

test("a text that is too long says by how much and cannot be sent", () => {
  show();
  typeInto(the("textarea"), "x".repeat(MAX_TEXT_LENGTH + 2));

  expect(the("form").textContent).toContain("2 characters too many");
  expect(button("Send").disabled).toBe(true);
});

test("Escape leaves the box and keeps the text", () => {
  show();
  typeInto(the("textarea"), "Then 43.");
  press(the("textarea"), "Escape");

  expect(leave).toHaveBeenCalledOnce();
  expect(the<HTMLTextAreaElement>("textarea").value).toBe("Then 43.");
});

test("the visitor hears that somebody writes, and that they stopped", () => {
  show();
  typeInto(the("textarea"), "T");
  typeInto(the("textarea"), "");

  expect(line.calls.filter((call) => call.startsWith("typing"))).toEqual([`typing ${ID} true`, `typing ${ID} false`]);
});

test("a closed conversation has no box to write in", () => {
  show(aSummary({ state: "closed" }));

  expect(document.querySelector("textarea")).toBeNull();
});

test("who left an address gets answers there too", () => {
  show(aSummary({ email: "rui@mail.example" }));

  expect(the("form").textContent).toContain("Answers also go to rui@mail.example by mail.");
});
