import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openVisitor, say, startRelay } from "../testing/index.ts";
import { PlainBrowser } from "./testing/plain-browser.ts";
import { HARUKA, RequestStage } from "./testing/request-stage.ts";

let stage: RequestStage;
beforeEach(async () => {
  stage = await RequestStage.open();
});
afterEach(() => stage.close());

describe("the list of other requests", () => {
  test("has those of the same visitor, with their state", async () => {
    const visitor = await openVisitor(stage.relay);
    await say(visitor, "Resoling the Sintra boots");
    await say(visitor, "Invoice for LS-19204", aConversationId(2));
    const page = await stage.browser.visit(await stage.shownPath(1002));

    expect(page.text).toContain("Your other requests #1001 Resoling the Sintra boots Our turn");
    const [, path = ""] = /<a href="(\/r\/1001-[^"]*)"/.exec(page.html) ?? [];
    expect((await stage.browser.visit(path)).text).toContain("Your other requests #1002 Invoice for LS-19204 Our turn");
    visitor.close();
  });

  test("has, for who came by mail, those whose address was verified, and no others", async () => {
    await stage.write("verified");
    await stage.write("typed by anybody");
    await stage.write("of somebody else", { email: "other@mail.example" });
    const first = await stage.browser.visit(await stage.mailedPath(1001));
    await stage.browser.send(first, first.path, { text: "It is me." });

    const bySecond = await stage.browser.visit(await stage.mailedPath(1002));
    const byFirst = await stage.browser.visit(await stage.mailedPath(1001));

    expect(bySecond.text).toContain("Your other requests #1001 verified Our turn");
    expect(bySecond.text).not.toContain("of somebody else");
    expect(byFirst.text).not.toContain("typed by anybody");
  });

  test("shows nothing of an address to who has only the link that was shown, verified or not", async () => {
    await stage.write("of the address");
    const theirs = await stage.browser.visit(await stage.mailedPath(1001));
    await stage.browser.send(theirs, theirs.path, { text: "It is me." });

    const forged = await stage.write("begun with an address that is not mine");

    expect(forged.path).toContain("/r/1002-");
    expect(forged.text).not.toContain("Your other requests");
  });
});

describe("a link", () => {
  test("that is wrong, of another conversation or of none is told the same", async () => {
    const page = await stage.write("Hello");
    await stage.write("Another");
    const token = page.path.replace("/r/1001-", "");
    expect((await stage.browser.visit(page.path)).status).toBe(200);

    const paths = [
      `/r/1002-${token}`,
      `/r/999999999-${token}`,
      `/r/1001-${"a".repeat(26)}`,
      `/r/1001-${token}x`,
      "/r/1001",
      "/r/%2e%2e%2fetc",
      `/r/${"1".repeat(90)}`,
      `/r/1002-${token}/qr.svg`,
      `${page.path}/files/nothing`,
      `/r/1001-${"ſ".repeat(26)}`,
    ];
    const pages = await Promise.all(paths.map((path) => stage.browser.visit(path)));

    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1);
    expect(pages[0]?.text).toContain("There is nothing here");
  });

  test("opens nothing for a form either", async () => {
    const page = await stage.write("Hello");
    await stage.write("Another");
    const foreign = page.path.replace("1001", "1002");

    const answers = await Promise.all(
      ["", "/address", "/close"].map((way) =>
        stage.browser.post(foreign + way, { text: "x", email: "x@mail.example" }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await stage.request(1002)).toMatchObject({ state: "open", unread: 1, email: HARUKA });
  });

  test("is tried only so often from one address", async () => {
    const limited = await startRelay({ limits: { pagesPerAddress: { max: 3, windowMs: 60_000 } } });
    const guesser = new PlainBrowser(limited);
    const guesses = [];
    for (let count = 0; count < 4; count += 1) guesses.push(await guesser.visit(`/r/1001-${"a".repeat(26)}`));
    await limited.stop();

    expect(guesses.map(({ status }) => status)).toEqual([404, 404, 404, 429]);
    expect(guesses[3]?.headers.get("retry-after")).toBe("20");
    expect(guesses[3]?.text).toContain("Wait a minute");
  });

  test("may have lost the capitals, or have them all", async () => {
    const page = await stage.write("Hello");

    expect((await stage.browser.visit(page.path.toUpperCase().replace("/R/", "/r/"))).status).toBe(200);
  });

  test("is also a picture for phones, on the shop's page too", async () => {
    const page = await stage.write("Hello");
    const picture = await stage.browser.visit(`${page.path}/qr.svg`);

    expect(picture.html).toMatch(/^<svg xmlns/);
    expect(picture.headers.get("content-type")).toBe("image/svg+xml");
    expect(picture.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });
});

test("nothing of a page is kept, indexed, framed or run", async () => {
  const { headers, html } = await stage.write("Hello");

  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "content-security-policy": expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'/),
  });
  expect(html).not.toMatch(/<script|<style|\son\w+=|\sstyle=/i);
});

test("the page speaks as the address says, else as its visitor, else as the browser", async () => {
  const page = await stage.browser.send(await stage.browser.visit("/c/demo?lang=pt-PT"), "/c/demo", {
    text: "Olá",
    email: HARUKA,
  });
  const path = page.path.replace(/\?.*/, "");

  expect(page.path).toContain("?lang=pt-PT");
  expect(page.html).toContain('<html lang="pt-PT" dir="ltr">');
  expect((await stage.browser.visit(path)).text).toContain("O seu pedido");
  expect((await stage.browser.visit(`${path}?lang=en`)).text).toContain("Your request");
  expect((await stage.browser.visit(`${path}?lang=%22%3E%3Cscript%3E`)).html).toContain('<html lang="pt-PT"');
});
