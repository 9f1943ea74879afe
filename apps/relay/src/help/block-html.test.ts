import { expect, test } from "vitest";
import { blocksOf } from "../answers/markdown.ts";
import { html, toText } from "../http/html.ts";
import { blocksHtml } from "./block-html.ts";

function shown(source: string): string {
  return toText(html`${blocksHtml(blocksOf(source))}`).replaceAll("\n", "");
}

test.each([
  ["One.\n\nTwo.", "<p>One.</p><p>Two.</p>"],
  ["# Sizes", "<h2>Sizes</h2>"],
  ["**yes** and *no* and `43`", "<p><strong>yes</strong> and <em>no</em> and <code>43</code></p>"],
  ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
  ["1. a\n   - b", "<ol><li>a<ul><li>b</li></ul></li></ol>"],
  ["> said", "<blockquote><p>said</p></blockquote>"],
  ["```\n<b>\n```", "<pre><code>&lt;b&gt;</code></pre>"],
  ["[x](javascript:alert(1))", "<p>x</p>"],
  ["<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"],
])("%j", (source, expected) => {
  expect(shown(source)).toEqual(expected);
});

test("a link leads where it was written to, and tells nobody where from", () => {
  expect(shown('[**CTT**](https://ctt.example/p?a=1&b=2 "points")')).toBe(
    '<p><a href="https://ctt.example/p?a=1&amp;b=2" rel="noreferrer"><strong>CTT</strong></a></p>',
  );
});
