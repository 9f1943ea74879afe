import { describe, expect, test } from "vitest";
import { html, type Inset, linkedData, toText } from "./html.ts";

describe("a piece of HTML", () => {
  test("takes what people typed as text", () => {
    const typed = `</p><script>alert("it's")</script>&amp;\``;

    expect(toText(html`<p title="${typed}">${typed}</p>`)).toBe(
      '<p title="&lt;/p&gt;&lt;script&gt;alert(&quot;it&#39;s&quot;)&lt;/script&gt;&amp;amp;&#96;">' +
        "&lt;/p&gt;&lt;script&gt;alert(&quot;it&#39;s&quot;)&lt;/script&gt;&amp;amp;&#96;</p>",
    );
  });

  test("takes other pieces as they are, and lists of them", () => {
    const rows = ["a", "<b>"].map((text) => html`<li>${text}</li>`);

    expect(toText(html`<ul>${rows}${html`<li>c</li>`}</ul>`)).toBe("<ul><li>a</li><li>&lt;b&gt;</li><li>c</li></ul>");
  });

  test("shows numbers, zero too, and nothing where there is nothing", () => {
    expect(toText(html`${0}|${1042}|${null}${undefined}${false}${""}|${[]}`)).toBe("0|1042||");
  });

  test("escapes texts in lists", () => {
    expect(toText(html`${["<i>", ["<u>"]]}`)).toBe("&lt;i&gt;&lt;u&gt;");
  });

  test("is made by nothing that a person can send", () => {
    const forged = JSON.parse('{"made":"<script>","text":"<script>"}') as Inset;

    expect(() => html`${forged}`).toThrow(TypeError);
  });
});

test("a block of JSON-LD ends where we end it, whatever is in it", () => {
  const typed = "</script><script>alert(1)</script><!-- & \" '";
  const block = toText(linkedData({ name: typed }));
  const [, json = ""] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(block) ?? [];

  expect(JSON.parse(json)).toEqual({ name: typed });
});
