import { expect, test } from "vitest";
import { dragged, dropped, gripAt } from "./drag.ts";

const HOURS = [
  { from: 540, until: 780 },
  { from: 840, until: 1_080 },
];

test("an edge that was taken beside its middle does not jump", () => {
  const grip = gripAt(HOURS, 785, 0, "until");

  expect(dragged(HOURS, grip, 785)).toEqual(HOURS);
  expect(dragged(HOURS, grip, 815)[0]).toEqual({ from: 540, until: 810 });
});

test("hours that were taken in the middle move with the pointer", () => {
  const grip = gripAt(HOURS, 600, 0);

  expect(dragged(HOURS, grip, 570)[0]).toEqual({ from: 510, until: 750 });
});

test("a drag beside all hours opens new ones", () => {
  expect(dragged(HOURS, gripAt(HOURS, 1_200), 1_266)).toEqual([...HOURS, { from: 1_200, until: 1_260 }]);
});

test("hours that are pushed together stay two until they are let go, and can be pulled apart again", () => {
  const grip = gripAt(HOURS, 780, 0, "until");

  expect(dragged(HOURS, grip, 900)).toHaveLength(2);
  expect(dragged(HOURS, grip, 780)).toEqual(HOURS);
  expect(dropped(HOURS, grip, 900)).toEqual([{ from: 540, until: 1_080 }]);
});
