// @vitest-environment happy-dom
import type { Block } from "@shopbell/protocol/types";
import { afterEach, expect, test } from "vitest";
import { aQueryClient, renderWith, the } from "../testing/render.tsx";
import { Blocks } from "./blocks.tsx";

let remove = () => {};

function draw(...blocks: Block[]): string {
  remove = renderWith(aQueryClient(), <Blocks blocks={blocks} />);
  return the("body > div > div").innerHTML;
}

afterEach(() => remove());

test("each piece of an answer is drawn as what it is", () => {
  const item: Block = { kind: "paragraph", spans: [{ text: "Measure" }] };

  expect(
    draw(
      { kind: "heading", spans: [{ text: "Sizes" }] },
      { kind: "paragraph", spans: [{ text: "Take " }, { text: "your size", bold: true, italic: true }] },
      { kind: "list", ordered: true, items: [[item], [item, { kind: "list", ordered: false, items: [[item]] }]] },
      { kind: "quote", blocks: [item] },
      { kind: "code", text: "a\nb" },
    ),
  ).toBe(
    '<h3 dir="auto">Sizes</h3><p dir="auto">Take <strong><em>your size</em></strong></p>' +
      '<ol><li><p dir="auto">Measure</p></li><li><p dir="auto">Measure</p><ul><li><p dir="auto">Measure</p></li></ul></li></ol>' +
      '<blockquote><p dir="auto">Measure</p></blockquote><pre><code>a\nb</code></pre>',
  );
});

test("a link opens beside the console and tells its page nothing; what looks like HTML is text", () => {
  const html = draw({
    kind: "paragraph",
    spans: [
      { text: "the table", href: "https://shop.example/sizes" },
      { text: "a trap", href: "javascript:alert(1)" },
      { text: "<img src=x onerror=alert(1)>" },
    ],
  });

  expect(the("a").getAttribute("href")).toBe("https://shop.example/sizes");
  expect(the("a").getAttribute("rel")).toBe("noreferrer");
  expect(html).toContain("&lt;img");
  expect(document.querySelector("img")).toBeNull();
});
