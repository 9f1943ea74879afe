// @vitest-environment happy-dom
import type { Block } from "@shopbell/protocol/types";
import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { blocks } from "./blocks.tsx";
import { marked } from "./marked.tsx";

function shown(...text: Block[]): Element {
  return render(<div>{blocks(text)}</div>).container;
}

test("every kind of block has an element of its own", () => {
  const { innerHTML } = shown(
    { kind: "heading", spans: [{ text: "By post" }] },
    {
      kind: "paragraph",
      spans: [
        { text: "Bold", bold: true },
        { text: " both", bold: true, italic: true },
      ],
    },
    { kind: "list", ordered: true, items: [[{ kind: "paragraph", spans: [{ text: "Pack it" }] }]] },
    { kind: "quote", blocks: [{ kind: "paragraph", spans: [{ text: "Kind words" }] }] },
    { kind: "code", text: "LS-1\nLS-2" },
  );

  expect(innerHTML).toBe(
    "<div><h4>By post</h4><p><strong>Bold</strong><strong><em> both</em></strong></p><ol><li><p>Pack it</p></li></ol>" +
      "<blockquote><p>Kind words</p></blockquote><pre>LS-1\nLS-2</pre></div>",
  );
});

test("what looks like HTML is text", () => {
  const page = shown({ kind: "paragraph", spans: [{ text: "<img src=x onerror=alert(1)>" }] });

  expect(page.querySelector("img")).toBeNull();
  expect(page.textContent).toBe("<img src=x onerror=alert(1)>");
});

test.each([
  "javascript:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "//evil.example",
])("%j is no link, whoever sent it", (href) => {
  const page = shown({ kind: "paragraph", spans: [{ text: "here", href }] });

  expect(page.querySelector("a")).toBeNull();
  expect(page.textContent).toBe("here");
});

test.each(["https://shop.example/a", "http://shop.example", "mailto:ola@shop.example", "tel:+351210000142"])(
  "%j is a link that leaves the page alone",
  (href) => {
    const link = shown({ kind: "paragraph", spans: [{ text: "here", href }] }).querySelector("a");

    expect(link?.getAttribute("href")).toBe(href);
    expect(link?.rel).toContain("noopener");
    expect(link?.target).toBe("_blank");
  },
);

test("the words that were searched for stand out in a question", () => {
  const { container } = render(
    <p>
      {marked("How long is delivery to Romania?", [
        [12, 20],
        [24, 27],
      ])}
    </p>,
  );

  expect(container.innerHTML).toBe("<p>How long is <mark>delivery</mark> to <mark>Rom</mark>ania?</p>");
});
