import { Block } from "@shopbell/protocol";
import { MAX_ANSWER_LENGTH } from "@shopbell/protocol/limits";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksOf } from "./markdown.ts";

/** Larger than any request that we take. */
const BOMB_LENGTH = 65_536;

const paragraph = (...texts: string[]): Block => ({ kind: "paragraph", spans: texts.map((text) => ({ text })) });

function spansIn(blocks: readonly Block[]): { text: string; href?: string | undefined }[] {
  return blocks.flatMap((block) => {
    if (block.kind === "list") return spansIn(block.items.flat());
    if (block.kind === "quote") return spansIn(block.blocks);
    return block.kind === "code" ? [{ text: block.text }] : block.spans;
  });
}

const linksIn = (source: string) => spansIn(blocksOf(source)).flatMap(({ href }) => href ?? []);
const wordsIn = (source: string) => spansIn(blocksOf(source)).map(({ text }) => text);

function depthOf(blocks: readonly Block[]): number {
  const inner = blocks.map((block) => {
    if (block.kind === "list") return 1 + depthOf(block.items.flat());
    return block.kind === "quote" ? 1 + depthOf(block.blocks) : 0;
  });
  return inner.reduce((deepest, depth) => Math.max(deepest, depth), 0);
}

describe("what an owner writes", () => {
  test("is paragraphs with bold, italic, code and links in them", () => {
    expect(blocksOf("Send it **back _free_** within `30` days: [how](https://shop.example/returns).")).toEqual([
      {
        kind: "paragraph",
        spans: [
          { text: "Send it " },
          { text: "back ", bold: true },
          { text: "free", bold: true, italic: true },
          { text: " within " },
          { text: "30", code: true },
          { text: " days: " },
          { text: "how", href: "https://shop.example/returns" },
          { text: "." },
        ],
      },
    ]);
  });

  test("has headings of one level, lists, quotes and code", () => {
    const source = "# One\n###### Two\nThree\n---\n1. a\n   - b\n2. c\n\n> said\n\n```js\nx < y\n```";

    expect(blocksOf(source)).toEqual([
      { kind: "heading", spans: [{ text: "One" }] },
      { kind: "heading", spans: [{ text: "Two" }] },
      { kind: "heading", spans: [{ text: "Three" }] },
      {
        kind: "list",
        ordered: true,
        items: [[paragraph("a"), { kind: "list", ordered: false, items: [[paragraph("b")]] }], [paragraph("c")]],
      },
      { kind: "quote", blocks: [paragraph("said")] },
      { kind: "code", text: "x < y\n" },
    ]);
  });

  test("keeps its lines, as in an address", () => {
    expect(blocksOf("Lisboa Shoes\nRua Augusta 1  \n1100 Lisboa")).toEqual([
      paragraph("Lisboa Shoes\nRua Augusta 1\n1100 Lisboa"),
    ]);
  });

  test("may name addresses without marking them, but a word with a full stop in it is none", () => {
    expect(linksIn("See https://shop.example/size or write to help@shop.example. size.chart is no address.")).toEqual([
      "https://shop.example/size",
      "mailto:help@shop.example",
    ]);
    expect(linksIn("<https://shop.example/a> [call](tel:+351211234567)")).toEqual([
      "https://shop.example/a",
      "tel:+351211234567",
    ]);
  });

  test("shows a picture as what is said in its place", () => {
    expect(blocksOf("![The **size** chart](https://shop.example/size.png)")).toEqual([paragraph("The size chart")]);
    expect(blocksOf("before ![](data:image/png;base64,AAAA)\n\n![](x.png)")).toEqual([paragraph("before ")]);
  });

  test("stays text where it is HTML, a table, a reference or something else that we do not know", () => {
    for (const source of [
      '<script>alert(1)</script><img src=x onerror="alert(1)">',
      "<a href='https://shop.example'>x</a",
      "{{7*7}} ~~gone~~ |a|b|",
      "[a]: javascript:alert(1)",
    ])
      expect(wordsIn(source).join("")).toBe(source);
  });

  test("is nothing where there is nothing to say", () => {
    for (const source of ["", "   \n\n", "---", "-", ">", "- \n- "]) expect(blocksOf(source)).toEqual([]);
  });
});

describe("links lead nowhere but to the web, a mail or a telephone", () => {
  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#x3A;alert(1)",
    "&#1;javascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "javascript\\:alert(1)",
    "data:text/html,<b>x</b>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://shop.example/1",
    "view-source:https://shop.example",
    "intent://shop#Intent;end",
    "//evil.example",
    "\\\\evil.example",
    "/relative",
    "#top",
    "?q",
    "www.evil.example",
    "",
  ])("%s", (address) => {
    expect(linksIn(`[words](<https://good.example>)`)).toHaveLength(1);

    expect(linksIn(`[words](${address})`)).toEqual([]);
    expect(linksIn(`[words](<${address}>)`)).toEqual([]);
    expect(linksIn(`[*words* **here**](${address}) ![words](${address})`)).toEqual([]);
  });

  test.each([
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "<JAVASCRIPT:alert(1)>",
    "//evil.example",
    "ftp://a.example",
  ])("and %s by itself is no link", (source) => expect(linksIn(source)).toEqual([]));

  test("and an address is written as a browser reads it", () => {
    expect(
      linksIn("[a](HTTPS://Shop.Example:443/A%20b) [b](http:shop.example) [c](<https://müller.example/ö>)"),
    ).toEqual(["https://shop.example/A%20b", "http://shop.example/", "https://xn--mller-kva.example/%C3%B6"]);
  });

  test("whatever is written", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."[]()<>!*_`\\\n\t &#:;/".split("")),
      fc.constantFrom("](", "javascript", "&colon;", "data:", "https://", "mailto:", "tel:", "\0", "//", "- ", "> "),
      fc.string({ unit: "binary" }),
    );
    const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

    fc.assert(
      fc.property(source, (text) => {
        for (const href of linksIn(text)) expect(href).toMatch(/^(https?:\/\/|mailto:|tel:)/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("what is written to do harm", () => {
  const pieces = [
    ...[
      "[",
      "![",
      "*",
      "_",
      "**a",
      "*_",
      "> ",
      "`",
      "`a``",
      "- ",
      "1. ",
      "&",
      "\\",
      "<",
      "<a:",
      "](",
      "[a](",
      "[](<",
      "é*",
    ],
    ...[
      "|a|\n|-|\n",
      "- a\n",
      "> a\n",
      "a\n\n",
      "a\n-\n",
      "---\n",
      "# a\n",
      "```\n",
      "\t",
      "\n",
      "http://a.b ",
      "a@b.cd ",
    ],
  ];
  const bombs = pieces.map((piece) => [JSON.stringify(piece), piece.repeat(BOMB_LENGTH / piece.length)] as const);

  test.each<readonly [string, string]>([
    ...bombs,
    ["pictures within pictures", "![".repeat(8_000) + "](a)".repeat(8_000)],
    ["lists within lists", Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
    ["quotes within quotes", `${">".repeat(30_000)}a\n`.repeat(2)],
  ])("%s, again and again, is no more than it was, nor deep", (_name, source) => {
    const blocks = blocksOf(source);

    expect(depthOf(blocks)).toBeLessThanOrEqual(3);
    expect(wordsIn(source).join("").length).toBeLessThanOrEqual(source.length);
    expect(Block.array().safeParse(blocks).success).toBe(true);
  });

  test("what lies deeper than three lists stays, in the third", () => {
    expect(wordsIn("- a\n  - b\n    - c\n      - d\n        - e")).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("an answer of the greatest length is read to its end", () => {
    const source = "a".repeat(MAX_ANSWER_LENGTH);
    expect(wordsIn(source)).toEqual([source]);
  });
});
