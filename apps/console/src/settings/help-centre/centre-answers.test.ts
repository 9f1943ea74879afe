import type { HelpCentre } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { answersOf, centreOf, faultsOf } from "./centre-answers.ts";

const CENTRE: HelpCentre = { locales: ["en"], url: null, shopUrl: null, publicQuestions: false, holds: true };

function typed(changes: { url?: string; shopUrl?: string }) {
  return { ...answersOf(CENTRE), ...changes };
}

test.each([
  ["help.shop.example", "https://help.shop.example"],
  [" https://help.shop.example/ ", "https://help.shop.example"],
  ["http://localhost:8080", "http://localhost:8080"],
  ["", null],
])("the own address %j is kept as %j", (url, kept) => {
  expect(faultsOf(typed({ url })).url).toBeNull();
  expect(centreOf(typed({ url })).url).toBe(kept);
});

test.each(["https://shop.example/help", "javascript:alert(1)", "help", "https://help.shop.example/?a"])(
  "%j is no address of its own",
  (url) => {
    expect(faultsOf(typed({ url })).url).not.toBeNull();
  },
);

test("a shop may be anywhere on its site", () => {
  expect(centreOf(typed({ shopUrl: "shop.example/pt/" })).shopUrl).toBe("https://shop.example/pt");
  expect(faultsOf(typed({ shopUrl: "javascript://shop.example/%0aalert(1)" })).shopUrl).not.toBeNull();
});
