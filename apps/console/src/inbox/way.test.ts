import { aSummary } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { wayOf, wayWords } from "./way.ts";

/** A Saturday. */
const NOW = new Date(2026, 10, 21, 12).getTime();
const PHONE = "+351215550100";

test("a chat names its shop, a request its way and its number", () => {
  const words = (channel: "chat" | "email" | "form") => wayWords(aSummary({ channel, number: 1_039 }), NOW);

  expect([words("chat"), words("email"), words("form")]).toEqual(["Lisboa Shoes", "E-mail, #1039", "Form, #1039"]);
});

test("who left a number in a chat waits for a call: at which number, and when", () => {
  const row = aSummary({ channel: "chat", phone: PHONE, number: 1_036 });

  expect(wayOf(row)).toBe("callback");
  expect(wayWords(row, NOW)).toBe("#1036, \u2066+351215550100\u2069");
  const callAt = new Date(2026, 10, 23, 10).getTime();
  expect(wayWords({ ...row, callAt }, NOW)).toMatch(/^#1036, \u2066\+351215550100\u2069, Mon 10:00.AM$/);
});
