// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { button, the, typeInto } from "../../testing/render.tsx";
import { click, leave, settled, visit } from "../../testing/visit.tsx";
import { anAnswer, aText } from "../testing.ts";
import { aShelf, edits, ONE, questionBox, SITE, textBox } from "./testing.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

function refusal(code: string, status: number) {
  return () => Response.json({ code, title: "", status }, { status });
}

afterEach(leave);

test("a colleague's change is not undone: what is typed stays, and goes on from theirs", async () => {
  const { book, reads } = aShelf(anAnswer(1));
  let put: () => unknown = refusal("conflict", 409);
  const versions = [{ version: 5, question: "Q?", source: "Theirs.", published: true, at: 1_000, by: "Rui" }];
  const sent = await visit(ONE, {
    ...reads,
    [`PUT ${SITE}${ONE}`]: () => put(),
    [`GET ${SITE}${ONE}/history?locale=en`]: () => ({ versions }),
  });
  await settled(() => textBox());
  typeInto(textBox(), "Mine.");
  book.answers = [anAnswer(1, { version: 5, texts: [aText({ source: "Theirs.", changedBy: "Rui" })] })];

  await click(button("Save"));
  await settled(() => expect(the("[role=alert]").textContent).toContain("Rui changed this answer"));
  expect(textBox().value).toBe("Mine.");
  await click(button("Look at theirs"));
  await settled(() => expect(the("[role=dialog]").textContent).toContain("Theirs."));
  await click(the("[role=dialog] [aria-label=Close]"));
  await click(button("Keep mine"));
  expect(document.activeElement).toBe(button("Save English"));
  typeInto(textBox(), "Mine, all the same.");
  expect(the("[data-look=look]").textContent).toContain("Save it to put it in place of theirs");
  put = () => anAnswer(1, { version: 6, texts: [aText({ source: "Mine." })] });
  await click(button("Save"));

  await settled(() => expect(edits(sent).map(({ version }) => version)).toEqual([1, 5]));
  expect(edits(sent).at(-1)?.source).toBe("Mine, all the same.");
  await settled(() => expect(document.querySelector("[data-look=look]")).toBeNull());
});

test("an answer that a colleague deleted meanwhile is saved as a new one", async () => {
  const { book, reads: all } = aShelf(anAnswer(1));
  const reads = vi.fn(all[`GET ${SITE}/answers`]);
  let put: () => unknown = refusal("not-found", 404);
  const sent = await visit(ONE, { ...all, [`GET ${SITE}/answers`]: reads, [`PUT ${SITE}${ONE}`]: () => put() });
  await settled(() => textBox());
  typeInto(textBox(), "Mine.");
  book.answers = [];
  // The list is read again whenever somebody comes back to the tab.
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  await settled(() => expect(reads).toHaveReturnedTimes(2));

  await click(button("Save"));
  await settled(() => expect(the("[role=alert]").textContent).toContain("Somebody else deleted this answer."));
  put = () => anAnswer(1, { texts: [aText({ source: "Mine." })] });
  await click(button("Save as a new answer"));

  await settled(() => expect(the("[data-look=done]").textContent).toContain("Published"));
  expect(edits(sent)).toMatchObject([{ version: 1 }, { version: 0, source: "Mine.", published: true }]);
});

test("or theirs is loaded", async () => {
  const { book, reads } = aShelf(anAnswer(1));
  await visit(ONE, { ...reads, [`PUT ${SITE}${ONE}`]: refusal("conflict", 409) });
  await settled(() => textBox());
  typeInto(textBox(), "Mine.");
  book.answers = [anAnswer(1, { version: 5, texts: [aText({ source: "Theirs." })] })];

  await click(button("Save"));
  await settled(() => button("Load theirs"));
  await click(button("Load theirs"));

  await settled(() => expect(textBox().value).toBe("Theirs."));
});

test("a refusal keeps what was typed, and an answer that is not saved is not left behind without a yes", async () => {
  await visit(ONE, { ...aShelf(anAnswer(1)).reads, [`PUT ${SITE}${ONE}`]: refusal("storage-failed", 503) });
  await settled(() => textBox());
  typeInto(textBox(), "Typed.");

  await click(button("Save"));
  await settled(() => expect(the("[role=alert]").textContent).toContain("Not saved. The relay could not store it"));
  await click(the("a[href^='/answers/learning']"));
  await settled(() => button("Stay here"));

  await click(button("Stay here"));
  expect(textBox().value).toBe("Typed.");
});

test("an older version comes back into the editor, and is saved by whoever looked at it", async () => {
  const versions = [{ version: 1, question: "Older?", source: "Older.", published: true, at: 1_000, by: "Ana" }];
  const sent = await visit(ONE, {
    ...aShelf(anAnswer(1)).reads,
    [`GET ${SITE}${ONE}/history?locale=en`]: () => ({ versions }),
  });
  await settled(() => textBox());

  await click(button("History"));
  await settled(() => button("Put into the editor"));
  await click(button("Put into the editor"));

  await settled(() => expect(textBox().value).toBe("Older."));
  expect(questionBox().value).toBe("Older?");
  expect(the("[role=status] [data-look=look]").textContent).toContain("Save it to have it back.");
  expect(edits(sent)).toEqual([]);
});
