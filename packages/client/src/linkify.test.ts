import { expect, test } from "vitest";
import { linkify } from "./linkify.ts";

function hrefs(text: string): (string | undefined)[] {
  return linkify(text).flatMap((piece) => piece.href ?? []);
}

test("an address in a text becomes a link, and nothing of the text is lost", () => {
  const text = "See https://shop.example/a?b=1#c, or write.";

  expect(hrefs(text)).toEqual(["https://shop.example/a?b=1#c"]);
  expect(
    linkify(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});

test.each([
  ["(https://shop.example/a)", "https://shop.example/a"],
  ["https://shop.example/a_(b)", "https://shop.example/a_(b)"],
  ["https://shop.example/a_(b)).", "https://shop.example/a_(b)"],
  ["https://shop.example/a?!…", "https://shop.example/a"],
  ["“https://shop.example/a”", "https://shop.example/a"],
  ["HTTPS://SHOP.EXAMPLE/A", "https://shop.example/A"],
])("%s links to %s", (text, href) => {
  expect(hrefs(text)).toEqual([href]);
});

test.each([
  ["javascript:alert(1)"],
  ["data:text/html,<script>alert(1)</script>"],
  ["vbscript:x"],
  ["java\u200bscript:alert(1)"],
  ["ftp://shop.example"],
  ["//shop.example"],
  ["https://"],
  ["https://shop.example@evil.example/"],
  ["https://user:pass@shop.example/"],
  ["xhttps://shop.example"],
])("%j is shown as it is, without a link", (text) => {
  expect(linkify(text)).toEqual([{ text }]);
});

test("an invisible character ends an address, so that none can turn what is shown around", () => {
  expect(hrefs("https://shop.example/\u202Egpj.exe")).toEqual(["https://shop.example/"]);
  expect(hrefs("https://shop\u200b.example/")).toEqual(["https://shop/"]);
});

test("only web addresses are ever linked, whatever the text", () => {
  const schemes = hrefs("https://a.example javascript:https://b.example data:http://c.example");

  expect(schemes.every((href) => href?.startsWith("http"))).toBe(true);
  expect(schemes).toContain("https://a.example/");
});

test.each([
  [`https://a.example/${")".repeat(60_000)}`],
  ["https://".repeat(8_000)],
  [`https://a${".".repeat(60_000)}x`],
])("a text made to be slow keeps every character", (text) => {
  expect(
    linkify(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});
