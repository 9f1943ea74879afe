import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldOf, type SeenPage } from "./testing/plain-browser.ts";
import { RequestStage } from "./testing/request-stage.ts";

const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' autofocus onfocus="alert(1)" x='`,
  `</textarea></title><svg onload="alert(1)">`,
  `javascript:alert(1)`,
  "<!-- {{7*7}} &lt;script&gt; `",
];

let stage: RequestStage;
let plain: SeenPage;
beforeAll(async () => {
  const unlimited = { max: 1_000, windowMs: 1_000 };
  stage = await RequestStage.open({ formsPerAddress: unlimited, requestsPerEmail: unlimited });
  plain = await stage.write("Hello");
});
afterAll(() => stage.close());

function tagsIn({ html }: SeenPage): string[] {
  return html.match(/<[\w!/]+/g) ?? [];
}

describe.each(HOSTILE)("%s", (hostile) => {
  test("is a text on the page of a request", async () => {
    const page = await stage.write(hostile, { email: `${stage.clock.now()}@mail.example` });

    expect(page.status).toBe(200);
    expect(page.text).toContain(hostile);
    expect(tagsIn(page)).toEqual(tagsIn(plain));
  });

  test("is a text in the fields of a form that is refused", async () => {
    const harmless = await stage.write("Hello", { email: "none" });
    const refused = await stage.write(hostile, { name: hostile, email: hostile });

    for (const name of ["text", "name", "email"]) expect(fieldOf(refused, name)).toBe(hostile);
    expect(tagsIn(refused)).toEqual(tagsIn(harmless));
  });
});

test("a web address in a text is a link, and nothing around it is", async () => {
  const { html } = await stage.write(`(see https://shop.example/boot?size=38&c="><b>, or https://)`);

  expect(html).toContain(
    `(see <a href="https://shop.example/boot?size=38&amp;c=" rel="noreferrer nofollow">https://shop.example/boot?size=38&amp;c=</a>`,
  );
  expect(html).toContain("&quot;&gt;&lt;b&gt;, or https://)");
});
