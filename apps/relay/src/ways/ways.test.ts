import type { Way } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { someHours } from "../testing/hours-builders.ts";
import { hrefWith, readWay, shownWays } from "./ways.ts";

function aWay(changes: Partial<Way> = {}): Way {
  return { kind: "phone", value: "+351210000142", hours: null, ...changes };
}

test.each([
  ["phone", "+351 21 000 0142", "+351210000142"],
  ["whatsapp", "00", null],
  ["whatsapp", "+351 912 345 678", "+351912345678"],
  ["email", " Help@Lisboa.example ".trim(), "help@lisboa.example"],
  ["email", "help@lisboa", null],
  ["messenger", "https://m.me/lisboashoes", "lisboashoes"],
  ["instagram", "@lisboa.shoes", "lisboa.shoes"],
  ["instagram", "https://www.instagram.com/lisboa.shoes/", "lisboa.shoes"],
  ["telegram", "https://t.me/lisboa_shoes", "lisboa_shoes"],
  ["telegram", "javascript:alert(1)", null],
  ["messenger", "lisboa/../../evil", null],
  ["instagram", "https://instagram.com/lisboa.shoes?igsh=abc", "lisboa.shoes"],
  ["instagram", "instagram.com/lisboa.shoes/?hl=en#top", "lisboa.shoes"],
  ["instagram", "lisboa.shoes?igsh=abc", null],
  ["messenger", "https://www.facebook.com/messages/t/lisboashoes/", "lisboashoes"],
  ["telegram", "HTTPS://T.ME/@lisboa_shoes", "lisboa_shoes"],
  ["telegram", "https://t.me/", null],
  ["telegram", "https://t.me/%2e%2e", null],
  ["telegram", "https://[/a", null],
  ["telegram", "..", null],
  ["telegram", "--", null],
  ["telegram", "https://t.me/__", null],
] as const)("a way by %s written as %s is read as %s", (kind, value, read) => {
  const outcome = readWay(aWay({ kind, value }));

  expect(outcome.kind === "read" ? outcome.way.value : null).toBe(read);
});

test("only a phone has hours", () => {
  const hours = someHours();

  expect(readWay(aWay({ hours }))).toMatchObject({ way: { hours } });
  expect(readWay(aWay({ kind: "whatsapp", hours }))).toMatchObject({ way: { hours: null } });
});

test("a phone says whether somebody picks it up, and when that changes", () => {
  const hours = someHours(); // Monday to Friday, nine to six, in Lisbon
  const [friday, saturday] = [Date.UTC(2026, 10, 20, 17), Date.UTC(2026, 10, 21, 12)];

  expect(shownWays([aWay({ hours })], friday)).toMatchObject([{ open: true, changesAt: Date.UTC(2026, 10, 20, 18) }]);
  expect(shownWays([aWay({ hours })], saturday)).toMatchObject([{ open: false, changesAt: Date.UTC(2026, 10, 23, 9) }]);
  expect(shownWays([aWay()], saturday)).toMatchObject([{ open: null, changesAt: null }]);
});

test("what was typed is in the address, and stays text", () => {
  const [shown] = shownWays([aWay({ kind: "whatsapp" })], 0);

  expect(shown?.label).toBe("+351 21 000 0142");
  expect(shown && hrefWith(shown, "Size 43 & $& thin socks?")).toBe(
    "https://wa.me/351210000142?text=Size%2043%20%26%20%24%26%20thin%20socks%3F",
  );
});

test("half a character of what was typed breaks no address", () => {
  const [shown] = shownWays([aWay({ kind: "whatsapp" })], 0);

  expect(shown && hrefWith(shown, "Hello \ud83d")).toBe("https://wa.me/351210000142?text=Hello%20%EF%BF%BD");
});

test("an address for mail cannot smuggle another header in", () => {
  const [shown] = shownWays([aWay({ kind: "email", value: "a?bcc=all@lisboa.example" })], 0);

  expect(shown?.href).toBe("mailto:a%3Fbcc%3Dall@lisboa.example?body={text}");
});
