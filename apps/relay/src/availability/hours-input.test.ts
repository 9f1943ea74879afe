import { OpeningHours } from "@shopbell/protocol";
import { describe, expect, test } from "vitest";
import { anException, everyDay, someHours } from "../testing/hours-builders.ts";

function isAccepted(changes: object): boolean {
  return OpeningHours.safeParse({ ...someHours(), ...changes }).success;
}

/** Are these the intervals of a Sunday? */
function isDay(...times: [from: unknown, until: unknown][]): boolean {
  const sunday = times.map(([from, until]) => ({ from, until }));
  return isAccepted({ week: [...everyDay([]).slice(1), sunday] });
}

describe("hours that are kept", () => {
  test("are those of a usual week, with days that are not as usual", () => {
    expect(isAccepted({})).toBe(true);
    expect(isAccepted({ exceptions: [anException("2026-12-25"), anException("2027-12-25")] })).toBe(true);
  });

  test("may touch, may pass midnight, and may last a whole day", () => {
    expect(isDay([540, 720], [720, 1_080])).toBe(true);
    expect(isDay([1_200, 1_560])).toBe(true);
    expect(isDay([0, 1_440])).toBe(true);
    expect(isDay([1_439, 2_879])).toBe(true);
  });

  test("may reach into the next day's: they are one opening then", () => {
    expect(isAccepted({ week: everyDay([{ from: 600, until: 2_040 }]) })).toBe(true);
  });

  test("may name 29 February of a leap year", () => {
    expect(isAccepted({ exceptions: [anException("2028-02-29")] })).toBe(true);
  });
});

describe("hours that are refused", () => {
  test.each([
    ["ends before it begins", [600, 540]],
    ["ends as it begins", [600, 600]],
    ["begins the day before", [-60, 540]],
    ["begins the day after", [1_440, 1_500]],
    ["lasts more than a day", [0, 1_441]],
    ["is not of whole minutes", [540.5, 600]],
    ["is of words", ["9:00", "18:00"]],
    ["never ends", [540, null]],
    ["is of numbers that are none", [540, Number.NaN]],
    ["goes on for ever", [540, Number.POSITIVE_INFINITY]],
  ] as [string, [unknown, unknown]][])("an interval that %s", (_, times) => {
    expect(isDay(times)).toBe(false);
  });

  test("intervals of one day that overlap, or are not in order", () => {
    expect(isDay([540, 720], [719, 1_080])).toBe(false);
    expect(isDay([540, 1_080], [600, 660])).toBe(false);
    expect(isDay([780, 1_080], [540, 720])).toBe(false);
  });

  test("a week of six days, or of eight", () => {
    expect(isAccepted({ week: everyDay([]).slice(1) })).toBe(false);
    expect(isAccepted({ week: [...everyDay([]), []] })).toBe(false);
  });

  test.each([
    "Europe/Lissabon",
    "Mars/Olympus",
    "",
    " ",
    "+01:00",
    "Lisbon",
    "Europe/Lisbon\r\n",
    "x".repeat(65),
    null,
  ])("a zone that is called %j", (timeZone) => {
    expect(isAccepted({ timeZone })).toBe(false);
  });

  test.each([
    "2027-02-29",
    "2100-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "24/12/2026",
    "",
    "tomorrow",
  ])("an exception on %j, a day that does not exist", (date) => {
    expect(isAccepted({ exceptions: [anException(date)] })).toBe(false);
  });

  test("two exceptions on one day", () => {
    expect(isAccepted({ exceptions: [anException("2026-12-25"), anException("2026-12-25", { name: "Sale" })] })).toBe(
      false,
    );
  });

  test("an exception without a name, or with intervals that overlap", () => {
    const overlapping = [
      { from: 540, until: 720 },
      { from: 600, until: 660 },
    ];
    expect(isAccepted({ exceptions: [anException("2026-12-25", { name: "  " })] })).toBe(false);
    expect(isAccepted({ exceptions: [anException("2026-12-25", { intervals: overlapping })] })).toBe(false);
  });

  test("more intervals, or exceptions, than any shop has", () => {
    const nine = Array.from({ length: 9 }, (_, hour) => [hour * 60, hour * 60 + 30] as [number, number]);
    const days = Array.from({ length: 401 }, (_, day) =>
      anException(new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
    );

    expect(isDay(...nine.slice(1))).toBe(true);
    expect(isDay(...nine)).toBe(false);
    expect(isAccepted({ exceptions: days.slice(1) })).toBe(true);
    expect(isAccepted({ exceptions: days })).toBe(false);
  });

  test("what the shape does not know", () => {
    expect(isAccepted({ week: everyDay([]), note: "by appointment" })).toBe(false);
    expect(OpeningHours.safeParse(null).success).toBe(false);
  });
});
