import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fieldOf, PlainBrowser, type SeenPage } from "../../requests/testing/plain-browser.ts";
import { startRelay, TestClock, type TestRelay } from "../../testing/index.ts";
import { readMail } from "../in/read-mail.ts";
import type { Mail } from "../mail.ts";
import { writeMail } from "../write-mail.ts";
import type { DemoMailbox } from "./mailbox.ts";

const HOSTILE =
  '<script>alert(1)</script><base href="//evil.example"><form action="/c/demo"><img src=x onerror=alert(1)>';

let clock: TestClock;
let relay: TestRelay;
let browser: PlainBrowser;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock });
  browser = new PlainBrowser(relay);
});
afterEach(() => relay.stop());

function mailbox(): DemoMailbox {
  const { mailbox: opened } = relay.parts.mailOut;
  if (opened === null) throw new Error("there is no mailbox");
  return opened;
}

/** The path of the page of a mail that has gone nowhere. */
async function keep(changes: Partial<Mail> = {}): Promise<string> {
  const mail: Mail = {
    messageId: "<2@shop.example>",
    to: ["maria@mail.example"],
    from: { name: "Ana from Lisboa Shoes", address: "help@shop.example" },
    replyTo: "help+1042-token@shop.example",
    thread: "<1@shop.example>",
    subject: "Re: Your request #1042",
    text: "Yes, in 38.\n\n> Do you have the Sintra boot?",
    html: "<p>Yes, in 38.</p>",
    automatic: null,
    ...changes,
  };
  await mailbox().send(await writeMail(mail, clock.now()));
  return `/demo/mailbox/${mailbox().mails[0]?.id}`;
}

function policyOf({ headers }: SeenPage): string[] {
  return (headers.get("content-security-policy") ?? "").split("; ");
}

describe("what a mail brings", () => {
  test.each(["", "?", "?x", "?outcome=joined#/html"])(
    "runs and fetches nothing by its own address%s",
    async (query) => {
      const page = await browser.visit(`${await keep({ html: HOSTILE })}/html${query}`);

      expect(page.html).toBe(`<!doctype html><base target="_blank">\n${HOSTILE}`);
      const policy = policyOf(page);
      expect(policy).toContain("sandbox allow-popups allow-popups-to-escape-sandbox");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("frame-ancestors 'self'");
      expect(policy.join()).not.toMatch(/script-src|form-action|allow-(scripts|same-origin|forms)/);
      expect(page.headers.get("x-content-type-options")).toBe("nosniff");
      expect(page.headers.get("cache-control")).toBe("no-store");
    },
  );

  test.each(["", "?/html", "?outcome=/html"])("is text on every other page%s", async (query) => {
    const path = await keep({ html: HOSTILE, text: HOSTILE, subject: HOSTILE });

    for (const page of [await browser.visit(path + query), await browser.visit(`/demo/mailbox${query}`)]) {
      expect(page.text).toContain(HOSTILE);
      expect(page.html).not.toMatch(/<script|<base|<form action="\/c|<img/);
      expect(policyOf(page)).toContain("default-src 'none'");
    }
  });

  test("is framed by the page of the mail alone", async () => {
    const path = await keep();
    const pages = await Promise.all([path, "/demo/mailbox", "/c/demo"].map((each) => browser.visit(each)));

    expect(pages.map((page) => policyOf(page).includes("frame-src 'self'"))).toEqual([true, false, false]);
  });
});

describe("an answer", () => {
  test("is what a mail program sends", async () => {
    const receive = vi.spyOn(relay.parts.mailIn.mails, "receive").mockResolvedValue({ kind: "joined" });
    const page = await browser.visit(await keep());

    const sent = await browser.send(page, "/reply", { text: "I take it.\r\nIn black." });

    expect(sent.text).toContain("Your answer has arrived in the conversation.");
    const [raw = Buffer.of()] = receive.mock.calls[0] ?? [];
    const mail = await PostalMime.parse(raw);
    expect(mail).toMatchObject({
      from: { address: "maria@mail.example" },
      to: [{ address: "help+1042-token@shop.example" }],
      subject: "Re: Your request #1042",
      inReplyTo: "<2@shop.example>",
      references: "<1@shop.example> <2@shop.example>",
    });
    expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@mail\.example>$/);
    expect(mail.text).toContain(">> Do you have the Sintra boot?");
    expect(await readMail(raw, null)).toMatchObject({ letter: { newText: "I take it.\nIn black." } });
  });

  test.each([
    ["nothing", " \r\n", "Write something first."],
    ["too much", "x".repeat(4_001), "This is 1 character too long."],
  ])("of %s is refused in words, with what was written kept", async (_what, text, words) => {
    const receive = vi.spyOn(relay.parts.mailIn.mails, "receive");
    const refused = await browser.send(await browser.visit(await keep()), "/reply", { text });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(fieldOf(refused, "text")).toBe(text.trim());
    expect(receive).not.toHaveBeenCalled();
  });

  test("is not taken from a page of another site", async () => {
    const receive = vi.spyOn(relay.parts.mailIn.mails, "receive");
    const page = await browser.visit(await keep());
    const refused = await Promise.all([
      browser.send(page, "/reply", { text: "forged" }, { origin: "https://evil.example" }),
      browser.send(page, "/reply", { text: "forged" }, { "sec-fetch-site": "cross-site" }),
    ]);

    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
    expect(receive).not.toHaveBeenCalled();
  });

  test.each(["tested", "bounced", "ignored", "unreadable", "not-stored"] as const)(
    "that was %s is told so",
    async (kind) => {
      vi.spyOn(relay.parts.mailIn.mails, "receive").mockResolvedValue({ kind, why: "own" } as never);
      const sent = await browser.send(await browser.visit(await keep()), "/reply", { text: "Hello" });

      expect(sent.html).toMatch(/<p role="status"><b>Your answer /);
    },
  );
});
