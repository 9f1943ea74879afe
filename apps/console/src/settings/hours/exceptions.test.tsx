// @vitest-environment happy-dom
import type { HoursException } from "@shopbell/protocol/types";
import { useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aQueryClient, button, press, renderWith, the, typeInto } from "../../testing/render.tsx";
import { click } from "../../testing/visit.tsx";
import { Exceptions } from "./exceptions.tsx";

const EVE: HoursException = { date: "2026-12-24", name: "Christmas Eve", intervals: [] };
const CHRISTMAS: HoursException = { date: "2026-12-25", name: "Christmas", intervals: [] };

let remove: () => void;
beforeEach(() => {
  remove = renderWith(aQueryClient(), <TwoDays />);
});
afterEach(() => remove());

function TwoDays() {
  const [exceptions, setExceptions] = useState([EVE, CHRISTMAS]);
  return (
    <Exceptions
      exceptions={exceptions}
      today="2026-11-22"
      previewed="2026-11-22"
      readOnly={false}
      onChange={setExceptions}
    />
  );
}

function lineOf({ date }: HoursException) {
  return the(`[data-date="${date}"] button`);
}

test.each(["Done", "Cancel"])("after %s the keyboard is on the line that was opened", async (name) => {
  await click(lineOf(EVE));

  await click(button(name));

  expect(document.activeElement).toBe(lineOf(EVE));
});

test("Escape gives the keyboard back to where the form was opened", async () => {
  await click(lineOf(CHRISTMAS));
  press(the("form"), "Escape");
  expect(document.activeElement).toBe(lineOf(CHRISTMAS));

  await click(button("Add a day"));
  press(the("form"), "Escape");
  expect(document.activeElement).toBe(button("Add a day"));
});

test("after a day was removed the keyboard is on the next one, and after the last of them where days are added", async () => {
  await click(lineOf(EVE));
  await click(button("Remove this day"));
  expect(document.activeElement).toBe(lineOf(CHRISTMAS));

  await click(lineOf(CHRISTMAS));
  await click(button("Remove this day"));
  expect(document.activeElement).toBe(button("Add a day"));
});

test("after a day was added the keyboard is where the next one is added", async () => {
  await click(button("Add a day"));
  typeInto(the<HTMLInputElement>("input[type=date]"), "2027-01-01");
  typeInto(the<HTMLInputElement>("input[maxlength]"), "New Year");

  await click(button("Done"));

  expect(document.body.textContent).toContain("New Year");
  expect(document.activeElement).toBe(button("Add a day"));
});
