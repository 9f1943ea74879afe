import { expect, test } from "vitest";
import { languagesIn, tongueFor } from "./tongue.ts";

const SATURDAY = Date.UTC(2026, 10, 21, 21, 14);

test.each([
  ["pt-PT,en;q=0.8", ["pt-PT", "en"]],
  ["en;q=0.1, pt-PT, fr;q=0.9", ["pt-PT", "fr", "en"]],
  ["*, en", ["en"]],
  ["en;q=0, pt", ["pt"]],
  ["en;q=none", []],
  ["", []],
  [undefined, []],
  ["<script>, pt", ["pt"]],
])("the header %j asks for %j", (header, languages) => {
  expect(languagesIn(header)).toEqual(languages);
});

test("a header that no browser sends asks for nothing", () => {
  expect(languagesIn(`${"a".repeat(70_000)},pt`)).toEqual([]);
});

test("speaks the first language that it knows, with that region's way to write times", () => {
  const [british, portuguese] = [["fr", "en-GB"], ["pt-PT"]].map((wanted) =>
    tongueFor(wanted, "Europe/Lisbon", SATURDAY),
  );

  expect(british?.locale).toBe("en-GB");
  expect(british?.time(SATURDAY)).toBe("Saturday 21 November at 21:14");
  expect(portuguese?.t("send")).toBe("Enviar");
  expect(portuguese?.time(SATURDAY)).toBe("sábado, 21 de novembro às 21:14");
});

test("says times by the shop's clock, and which that is", () => {
  const tongue = tongueFor(["en-GB"], "Asia/Tokyo", SATURDAY);

  expect(tongue.time(SATURDAY)).toBe("Sunday 22 November at 6:14");
  expect(tongue.zone).toBe("Japan Standard Time");
});

test("says the year of what is long ago", () => {
  expect(tongueFor(["en-GB"], "UTC", SATURDAY).time(Date.UTC(2025, 5, 1, 9))).toBe("Sunday, 1 June 2025 at 9:00");
});
