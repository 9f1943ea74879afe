import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineOf, markdownOf } from "./faq-markdown.ts";
import { faqsIn } from "./faq-page.ts";
import { blocksOf } from "./markdown.ts";

const SHOP = "https://shop.example/help/faq";
const question = (name: string, text: string) => ({
  "@type": "Question",
  name,
  acceptedAnswer: { "@type": "Answer", text },
});
const page = (...values: unknown[]) =>
  `<!doctype html><title>FAQ</title>${values.map((value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`).join("")}<p>Hello`;
const RETURNS = question("Returns?", "30 days.");
const READ = [{ question: "Returns?", answer: "30 days." }];

describe("a page's questions are found", () => {
  test.each([
    ["as a list", { "@context": "https://schema.org", "@type": "FAQPage", mainEntity: [RETURNS] }],
    ["as the only one", { "@type": "FAQPage", mainEntity: RETURNS }],
    ["in a graph", { "@graph": [{ "@type": "WebSite" }, { "@type": "FAQPage", mainEntity: [RETURNS] }] }],
    ["in a list of things", [{ "@type": "Shop" }, { "@type": ["WebPage", "FAQPage"], mainEntity: [RETURNS] }]],
    ["within another thing", { "@type": "Product", subjectOf: { "@type": "FAQPage", mainEntity: [RETURNS] } }],
    ["by the whole name", { "@type": "https://schema.org/FAQPage", mainEntity: [RETURNS] }],
    [
      "with several answers",
      { "@type": "FAQPage", mainEntity: [{ ...RETURNS, acceptedAnswer: [RETURNS.acceptedAnswer] }] },
    ],
  ])("%s", (_how, value) => {
    expect(faqsIn(page(value))).toEqual(READ);
  });

  test("in their order, from several scripts, whatever stands beside them", () => {
    const first = { "@type": "FAQPage", mainEntity: [question("A", "a"), question("B", "b")] };
    const second = { "@type": "FAQPage", mainEntity: [question("C", "c")] };
    const html = `<script>var x = {"@type":"FAQPage"}</script><script type="application/ld+json">{ broken</script>${page(first, second)}`;

    expect(faqsIn(html).map((faq) => faq.question)).toEqual(["A", "B", "C"]);
  });

  test("and nothing where there are none, or none that are whole", () => {
    const odd = [null, 1, "FAQPage", { name: "x" }, question("no answer", ""), { "@type": "Question", name: 7 }];
    expect(faqsIn(page({ "@type": "FAQPage", mainEntity: odd.slice(0, 4) }))).toEqual([]);
    expect(faqsIn(page({ "@type": "Product", mainEntity: [RETURNS] }))).toEqual([]);
    expect(faqsIn(page({ "@type": "FAQPage" }))).toEqual([]);
    for (const html of ["", "<p>nothing", "<script type='application/ld+json'>", "\0"])
      expect(faqsIn(html)).toEqual([]);
  });

  test("however deep something else is", () => {
    const deep = `<script type="application/ld+json">${"[".repeat(100_000)}${"]".repeat(100_000)}</script>`;
    expect(faqsIn(deep + page({ "@type": "FAQPage", mainEntity: RETURNS }))).toEqual(READ);
    expect(faqsIn(page({ "@type": "FAQPage", mainEntity: RETURNS }) + "<b>".repeat(300_000))).toEqual(READ);
  });
});

describe("what a page says becomes Markdown", () => {
  test.each([
    ["<p>Within <b>30 days</b>, <em>free</em>.</p><p>Thanks</p>", "Within **30 days**, *free*.\n\nThanks"],
    ["<strong> free </strong>of charge", " **free** of charge".trim()],
    ["One<br>two<br/>three", "One\ntwo\nthree"],
    [
      "<h3>Steps</h3><ol><li>Pack<ul><li>well</li></ul></li><li>Post</li></ol>",
      "## Steps\n\n1. Pack\n\n   - well\n1. Post",
    ],
    ['See <a href="/returns">how</a>', "See [how](<https://shop.example/returns>)"],
    ['<a href="javascript:alert(1)">click</a><script>alert(1)</script><style>b{}</style>', "click"],
    ['<img src="x" alt="A shoe" onerror="alert(1)">', "A shoe"],
    ["&lt;b&gt; 5 * 3 [x](y) `z` a_b _c_", "<b> 5 \\* 3 \\[x\\](y) \\`z\\` a_b \\_c\\_"],
    ["<p># 1</p><p>- 2</p><p>3. 3</p>", "\\# 1\n\n\\- 2\n\n3\\. 3"],
    ["Just\ntwo lines", "Just\ntwo lines"],
  ])("%s", (html, markdown) => {
    expect(markdownOf(html, SHOP)).toBe(markdown);
  });

  test("a question is one line without marks", () => {
    expect(lineOf("<b>What&#39;s</b>\n the <i>rule</i>?")).toBe("What's the rule?");
  });

  test("whatever a page says, no link leads elsewhere than to the web, a mail or a telephone", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<a href='",
        "'>",
        "</a>",
        "<b>",
        "</b>",
        "<li>",
        "javascript:",
        "&colon;",
        "alert(1)",
        "[x](",
        ")",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    const html = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

    fc.assert(
      fc.property(html, (text) => {
        const hrefs = JSON.stringify(blocksOf(markdownOf(text, SHOP))).match(/"href":"[^"]*/g) ?? [];
        for (const href of hrefs) expect(href).toMatch(/^"href":"(https?:|mailto:|tel:)/);
      }),
      { numRuns: 1_000 },
    );
  });

  test("what is nested beyond reason keeps its words", () => {
    expect(markdownOf(`${"<b>".repeat(100)}deep${"</b>".repeat(100)} end`, SHOP)).toContain("deep");
    expect(markdownOf("<ul><li>".repeat(100_000), SHOP).length).toBeLessThan(100_000);
  });
});
