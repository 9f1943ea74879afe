import type { Preview } from "@shopbell/protocol/types";
import { expect, test, vi } from "vitest";
import { answersByWords, greeting, reason, truthLine, type Viewpoint } from "./preview-words.ts";
import { usualHours } from "./week.ts";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"] }));

const DRAWN = "Drawn is what visitors find while nobody is there.";
const CHRISTMAS_EVE = { date: "2026-12-24", name: "Christmas Eve", intervals: [{ from: 540, until: 780 }] };
const CHRISTMAS = { date: "2026-12-25", name: "Christmas", intervals: [] };
const HOURS = { ...usualHours("Europe/Lisbon"), exceptions: [CHRISTMAS_EVE, CHRISTMAS] };

/** What somebody in Tokyo sees, at an instant. */
function fromTokyo(instant: string, changes: Partial<Viewpoint> = {}): Viewpoint {
  return { at: Date.parse(instant), zone: "Asia/Tokyo", hours: HOURS, ...changes };
}

function aPreview(changes: Partial<Preview> = {}): Preview {
  return { availability: "closed", opensAt: null, closesAt: null, answersBy: null, exception: null, ...changes };
}

/** Why the bell says so, without what stands under every preview. */
function saidOf(preview: Preview, view: Viewpoint): string {
  const { state, because } = reason(preview, view);
  expect(because.endsWith(DRAWN)).toBe(true);
  return `${state} ${because.slice(0, -DRAWN.length)}`.trim();
}

test("a visitor in Tokyo, on the 24th of December at 17:05", () => {
  const view = fromTokyo("2026-12-24T08:05Z");
  const preview = aPreview({
    opensAt: Date.parse("2026-12-24T09:00Z"),
    answersBy: Date.parse("2026-12-24T11:00Z"),
    exception: "Christmas Eve",
  });

  expect(truthLine(preview, view)).toBe("Opens today 18:00 (your\u00a0time)");
  expect(greeting(preview, view.at)).toBe("We open in 55 minutes. Your question is safe with us.");
  expect(answersByWords(preview, view)).toBe("20:00");
  expect(saidOf(preview, view)).toBe(
    "Closed. It is 8:05 in Lisbon. The exception for 24 December opens at 9:00, which is 18:00 in Tokyo.",
  );
});

test("a holiday is named, and the opening after it has its day on both clocks", () => {
  const view = fromTokyo("2026-12-25T12:00Z");
  const preview = aPreview({ opensAt: Date.parse("2026-12-28T17:00Z"), exception: "Christmas" });

  expect(truthLine(preview, view)).toBe("Opens Tuesday 2:00 (your\u00a0time)");
  expect(greeting(preview, view.at)).toBe("We are closed, but your question is safe with us.");
  expect(saidOf(preview, view)).toBe(
    "Closed. It is 12:00 in Lisbon. The day there is “Christmas”. Your hours open Monday 17:00, which is Tuesday 2:00 in Tokyo.",
  );
});

test("a visitor beside the shop is not told the same time twice", () => {
  const view = fromTokyo("2026-11-22T20:00Z", { zone: "Europe/London" });

  expect(saidOf(aPreview({ opensAt: Date.parse("2026-11-23T09:00Z") }), view)).toBe(
    "Closed. It is 20:00 in Lisbon. Your hours open tomorrow 9:00.",
  );
});

test("within the hours it says until when, if they ever end", () => {
  const view = fromTokyo("2026-11-23T10:00Z");
  const preview = aPreview({ availability: "away", closesAt: Date.parse("2026-11-23T18:00Z") });

  expect(truthLine(preview, view)).toBe("Open until tomorrow 3:00 (your\u00a0time), away just now");
  expect(greeting(preview, view.at)).toBe("Leave your question. We answer it here.");
  expect(saidOf(preview, view)).toBe("Open by your hours. It is 10:00 in Lisbon. They end at 18:00.");
  expect(saidOf({ ...preview, closesAt: null }, view)).toBe("Open by your hours. It is 10:00 in Lisbon.");
});

test("until when it is open is said on the visitor's clocks, with the day where it is not today there", () => {
  const until = (closesAt: string) =>
    truthLine(
      aPreview({ availability: "away", closesAt: Date.parse(closesAt) }),
      fromTokyo("2026-11-23T10:00Z", { zone: "Europe/Paris" }),
    );

  expect(until("2026-11-23T18:00Z")).toBe("Open until 19:00 (your\u00a0time), away just now");
  expect(until("2026-11-23T23:00Z")).toBe("Open until tomorrow 0:00 (your\u00a0time), away just now");
});

test("without hours nothing is closed, and hours that never open say so", () => {
  const nobody = aPreview({ availability: "away" });

  expect(truthLine(nobody, fromTokyo("2026-11-23T10:00Z", { hours: null }))).toBe("Nobody at the counter just now");
  expect(saidOf(nobody, fromTokyo("2026-11-23T10:00Z", { hours: null }))).toBe("No hours are announced.");
  expect(truthLine(aPreview(), fromTokyo("2026-11-23T10:00Z"))).toBe("Closed just now");
  expect(saidOf(aPreview(), fromTokyo("2026-11-23T10:00Z"))).toContain("These hours never open.");
  expect(answersByWords(aPreview(), fromTokyo("2026-11-23T10:00Z"))).toBeNull();
});
