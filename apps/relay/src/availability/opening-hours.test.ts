import { describe, expect, test } from "vitest";
import { ALL_DAY, anException, everyDay, someHours } from "../testing/hours-builders.ts";
import { openingAt, openMinutesAfter } from "./opening-hours.ts";

const HOUR = 60;

describe("opening hours", () => {
  test("it opens on time and is closed at the minute of its closing", () => {
    const opens = Date.parse("2026-11-20T09:00Z"); // a Friday
    const closes = Date.parse("2026-11-20T18:00Z");
    const monday = Date.parse("2026-11-23T09:00Z");
    const hours = someHours();

    expect(openingAt(hours, opens - 1)).toEqual({ isOpen: false, opensAt: opens, closesAt: null, exception: null });
    expect(openingAt(hours, opens)).toEqual({ isOpen: true, opensAt: null, closesAt: closes, exception: null });
    expect(openingAt(hours, closes - 1)).toMatchObject({ isOpen: true, closesAt: closes });
    expect(openingAt(hours, closes)).toMatchObject({ isOpen: false, opensAt: monday });
  });

  test("a night that goes on into a holiday ends as if it were none, and the holiday has a name", () => {
    const hours = someHours({
      week: everyDay([{ from: 20 * HOUR, until: 26 * HOUR }]),
      exceptions: [anException("2026-12-25")],
    });

    expect(openingAt(hours, Date.parse("2026-12-25T01:00Z"))).toEqual({
      isOpen: true,
      opensAt: null,
      closesAt: Date.parse("2026-12-25T02:00Z"),
      exception: "Christmas",
    });
    expect(openingAt(hours, Date.parse("2026-12-25T20:00Z"))).toMatchObject({
      isOpen: false,
      opensAt: Date.parse("2026-12-26T20:00Z"),
      exception: "Christmas",
    });
    expect(openingAt(hours, Date.parse("2026-12-26T00:00Z")).exception).toBeNull();
  });

  test("an evening that reaches over the whole next morning is one opening with it", () => {
    const hours = someHours({
      week: everyDay([
        { from: 9 * HOUR, until: 10 * HOUR },
        { from: 20 * HOUR, until: 35 * HOUR },
      ]),
    });

    expect(openingAt(hours, Date.parse("2026-11-20T21:00Z")).closesAt).toBe(Date.parse("2026-11-21T11:00Z"));
  });

  test("the pause that a clock jumps over is none", () => {
    const hours = someHours({
      week: everyDay([
        { from: 0, until: HOUR },
        { from: 2 * HOUR, until: 3 * HOUR },
      ]),
    });
    const onChange = openingAt(hours, Date.parse("2026-03-29T00:30Z"));
    const theDayBefore = openingAt(hours, Date.parse("2026-03-28T00:30Z"));

    expect(theDayBefore.closesAt).toBe(Date.parse("2026-03-28T01:00Z"));
    expect(onChange.closesAt).toBe(Date.parse("2026-03-29T02:00Z"));
  });

  test("a day that the clock shows again, a minute after it was over, is not over", () => {
    const fromFridayForADay = [{ from: 24 * HOUR - 1, until: 48 * HOUR - 1 }];
    const hours = someHours({
      timeZone: "America/St_Johns", // at 0:01 on that Sunday its clock was set back to 23:01
      week: everyDay([]).with(4, fromFridayForADay),
    });

    expect(openingAt(hours, Date.parse("2010-11-07T02:30:30Z"))).toMatchObject({
      isOpen: true,
      closesAt: Date.parse("2010-11-07T03:29Z"),
    });
  });

  test("what closes as the hour begins that the clock shows twice is closed in both of them", () => {
    const closingAt = (until: number) =>
      someHours({ timeZone: "America/Sao_Paulo", week: everyDay([{ from: 9 * HOUR, until }]) });
    const elevenAtNight = Date.parse("2018-02-18T01:00Z"); // an hour later, the clock was set back to 23:00

    expect(openingAt(closingAt(23 * HOUR), elevenAtNight - 1).closesAt).toBe(elevenAtNight);
    expect(openingAt(closingAt(23 * HOUR), elevenAtNight)).toMatchObject({
      isOpen: false,
      opensAt: Date.parse("2018-02-18T12:00Z"),
    });
    expect(openMinutesAfter(closingAt(23 * HOUR), elevenAtNight - 1, 1)).toBe(Date.parse("2018-02-18T12:01Z") - 1);
    expect(openingAt(closingAt(23 * HOUR + 30), elevenAtNight).closesAt).toBe(Date.parse("2018-02-18T02:30Z"));
  });

  test("what is always open never closes, but for the holiday in half a year", () => {
    const always = someHours({ week: everyDay(ALL_DAY) });
    const now = Date.parse("2026-06-01T12:00Z");

    expect(openingAt(always, now)).toEqual({ isOpen: true, opensAt: null, closesAt: null, exception: null });
    const butChristmas = { ...always, exceptions: [anException("2026-12-25")] };
    expect(openingAt(butChristmas, now).closesAt).toBe(Date.parse("2026-12-25T00:00Z"));
  });

  test("what opens next in more than a year does not open", () => {
    const onceOpen = someHours({
      week: everyDay([]),
      exceptions: [anException("2026-12-24", { intervals: [{ from: 0, until: HOUR }] })],
    });
    const opens = Date.parse("2026-12-24T00:00Z");
    const year = 366 * 24 * HOUR * 60_000;

    expect(openingAt(onceOpen, opens - year).opensAt).toBe(opens);
    expect(openingAt(onceOpen, opens - year - 1).opensAt).toBeNull();
    expect(openingAt(someHours({ week: everyDay([]) }), opens).opensAt).toBeNull();
  });
});

describe("opening minutes", () => {
  test("pass over nights and weekends, and are over at closing rather than at the next opening", () => {
    const fridayAtFive = Date.parse("2026-11-20T17:00Z");
    const hours = someHours();

    expect(openMinutesAfter(hours, fridayAtFive, HOUR)).toBe(Date.parse("2026-11-20T18:00Z"));
    expect(openMinutesAfter(hours, fridayAtFive, HOUR + 1)).toBe(Date.parse("2026-11-23T09:01Z"));
    expect(openMinutesAfter(hours, Date.parse("2026-11-21T12:00Z"), HOUR)).toBe(Date.parse("2026-11-23T10:00Z"));
  });

  test("that a year does not have are never over", () => {
    const hours = someHours({
      week: everyDay([]),
      exceptions: [anException("2026-12-24", { intervals: [{ from: 0, until: HOUR }] })],
    });
    const now = Date.parse("2026-11-20T12:00Z");

    expect(openMinutesAfter(hours, now, HOUR)).toBe(Date.parse("2026-12-24T01:00Z"));
    expect(openMinutesAfter(hours, now, HOUR + 1)).toBeNull();
  });
});
