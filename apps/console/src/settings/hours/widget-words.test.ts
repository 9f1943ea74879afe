import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hours } from "../../locales/en/hours.ts";
import { promises } from "../../locales/en/promises.ts";

/** Apps never import the widget's insides: its words are read as the text that they are. */
const WIDGET = new URL("../../../../../packages/widget/src/locales/en/", import.meta.url);

/** A phrase of the widget without plural forms: `name` in one of its files. */
function widgetSays(file: "panel" | "wait", name: string): string {
  const source = readFileSync(new URL(`${file}.ts`, WIDGET), "utf8");
  const [, literal] = new RegExp(`^export const ${name} = (".*");$`, "m").exec(source) ?? [];
  if (!literal) throw new Error(`the widget has no "${name}" in ${file}.ts`);
  return JSON.parse(literal);
}

test.each([
  ["preview.write", "panel", "ask"],
  ["preview.runsOn", "panel", "runsOn"],
  ["preview.greetAway", "panel", "leave"],
  ["preview.greetClosed", "panel", "closedBut"],
  ["preview.greetSoon", "wait", "opensIn"],
  ["preview.opens", "wait", "opens"],
  ["preview.closed", "wait", "closedNow"],
  ["preview.openUntil", "wait", "openUntil"],
  ["preview.nobody", "wait", "nobodyHere"],
  ["preview.answersBy", "wait", "answersBy"],
  ["preview.answersByAsk", "wait", "answersByAsk"],
] as const)("what is previewed as %s is what the widget says", (previewed, file, name) => {
  expect(hours[previewed]).toBe(widgetSays(file, name));
});

test("what visitors are said to read of a promise is what they read", () => {
  const by = widgetSays("wait", "answersBy").replace("{when}.", "tomorrow 11:00");

  expect(promises["promises.readRequest"]).toContain(`“${by}”`);
});
