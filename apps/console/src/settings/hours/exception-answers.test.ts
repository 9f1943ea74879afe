import { expect, test } from "vitest";
import { answersOf, exceptionOf, faultsOf, NO_FAULTS, withException } from "./exception-answers.ts";

const CHRISTMAS = { date: "2026-12-25", name: "Christmas", intervals: [] };
const EVE = { date: "2026-12-24", name: "Christmas Eve", intervals: [{ from: 540, until: 780 }] };

test("a day that is opened and closed again without a change stays as it was", () => {
  for (const exception of [CHRISTMAS, EVE]) expect(exceptionOf(answersOf(exception))).toEqual(exception);
});

test("a new day needs a date and a name, and a date only once", () => {
  const answers = answersOf(null);

  expect(Object.values(faultsOf(answers, [])).filter(Boolean)).toHaveLength(2);
  expect(faultsOf({ ...answers, date: "2026-12-25", name: " Christmas " }, [])).toEqual(NO_FAULTS);
  expect(faultsOf({ ...answers, date: "2026-12-25", name: "Christmas" }, ["2026-12-25"]).date).not.toBeNull();
});

test("times of a day must be whole and must not overlap; of a closed day they do not matter", () => {
  const pairs = [
    { from: "09:00", until: "13:00" },
    { from: "12:00", until: "18:00" },
  ];
  const half = [{ from: "09:00", until: "" }];
  const open = { ...answersOf(EVE), pairs };

  expect(faultsOf(open, []).times).toBe("These hours overlap others of this day.");
  expect(faultsOf({ ...open, pairs: half }, []).times).toBe("Type both times.");
  expect(faultsOf({ ...open, closed: true }, []).times).toBeNull();
});

test("the same time twice is refused, unless it is midnight: that is the whole day", () => {
  const twice = (time: string) => ({ ...answersOf(EVE), pairs: [{ from: time, until: time }] });

  expect(faultsOf(twice("09:00"), []).times).toMatch(/^The same time twice/);
  expect(faultsOf(twice("00:00"), [])).toEqual(NO_FAULTS);
  expect(exceptionOf(twice("00:00")).intervals).toEqual([{ from: 0, until: 1_440 }]);
});

test("typed times are put in order, past midnight too", () => {
  const pairs = [
    { from: "20:00", until: "02:00" },
    { from: "09:00", until: "13:00" },
  ];

  expect(exceptionOf({ ...answersOf(EVE), pairs }).intervals).toEqual([
    { from: 540, until: 780 },
    { from: 1_200, until: 1_560 },
  ]);
});

test("days lie in the order of the calendar, however they were added, changed or removed", () => {
  expect(withException([CHRISTMAS], null, EVE)).toEqual([EVE, CHRISTMAS]);
  expect(withException([EVE, CHRISTMAS], EVE, null)).toEqual([CHRISTMAS]);
  expect(withException([EVE, CHRISTMAS], EVE, { ...EVE, date: "2026-12-31" }).at(-1)?.name).toBe("Christmas Eve");
});
