import { expect, test } from "vitest";
import { isSendable, tagged } from "./address.ts";
import { tagsOf } from "./in/tags.ts";

test("a tag that an address bears is found again in a mail that comes back to it", () => {
  const address = tagged("help@shop.example", "1042-token");

  expect(address).toBe("help+1042-token@shop.example");
  expect(tagsOf([address], "help@shop.example")).toEqual(["1042-token"]);
});

test.each(["maria@mail.example", "o'neil+shop@mail.example", "грета@пошта.example"])("%s can be sent to", (address) => {
  expect(isSendable(address)).toBe(true);
});

test.each([
  "maria@mail.example\r\nRCPT TO:<everybody@evil.example>",
  "maria@mail.example, other@mail.example",
  "<maria@mail.example>",
  "maria@one@mail.example",
  "maria@mail.example\0",
  "maria",
  `${"a".repeat(254)}@mail.example`,
  "",
])("%j is never handed to a mail server", (address) => {
  expect(isSendable(address)).toBe(false);
});
