import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openVisitor, say } from "../testing/index.ts";
import { fieldOf } from "./testing/plain-browser.ts";
import { HARUKA, RequestStage } from "./testing/request-stage.ts";

let stage: RequestStage;
beforeEach(async () => {
  stage = await RequestStage.open();
});
afterEach(() => stage.close());

describe("a message", () => {
  test("that is sent twice is one message", async () => {
    const page = await stage.write("Hello");

    await Promise.all([1, 2, 3].map(() => stage.browser.send(page, page.path, { text: "Are you there?" })));

    expect((await stage.request(1001)).unread).toBe(2);
  });

  test("that was changed after it was sent is kept, and becomes a new one when it is sent again", async () => {
    const page = await stage.write("Hello");
    await stage.browser.send(page, page.path, { text: "In 38?" });

    const refused = await stage.browser.send(page, page.path, { text: "In 39?" });
    const accepted = await stage.browser.send(refused, page.path, { text: fieldOf(refused, "text") ?? "" });

    expect(refused.status).toBe(422);
    expect(accepted.status).toBe(200);
    expect(accepted.text).toContain("In 38?");
    expect(accepted.text).toContain("In 39?");
  });

  test.each([
    ["nothing", " \r\n ", "Write something first."],
    ["too much", "x".repeat(4_003), "This is 3 characters too long."],
    ["a NUL", "a\0b", "There are characters in it that cannot be stored."],
  ])("of %s is refused in words, with what was written kept", async (_what, text, words) => {
    const page = await stage.write("Hello");
    const refused = await stage.browser.send(page, page.path, { text });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(fieldOf(refused, "text")).toBe(text.replace("\0", "").trim());
    expect((await stage.request(1001)).unread).toBe(1);
  });

  test("has the widget's limits, and is kept when it comes too fast", async () => {
    let page = await stage.write("Hello");
    for (let count = 1; count <= 5; count += 1) page = await stage.browser.send(page, page.path, { text: `${count}` });

    const refused = await stage.browser.send(page, page.path, { text: "six" });
    stage.clock.advance(2_000);
    const accepted = await stage.browser.send(refused, page.path, { text: fieldOf(refused, "text") ?? "" });

    expect(refused.status).toBe(429);
    expect(refused.text).toContain("That was faster than we can take.");
    expect(accepted.text).toContain("six");
  });

  test("that could not be stored is kept, and is the same message when it is sent again", async () => {
    const page = await stage.write("Hello");
    const receive = vi.spyOn(stage.relay.parts.context.desk, "receive");
    receive.mockResolvedValueOnce({ kind: "refused", reason: "storage-failed" });

    const failed = await stage.browser.send(page, page.path, { text: "In 38?" });
    const sent = await stage.browser.send(failed, page.path, { text: fieldOf(failed, "text") ?? "" });

    expect(failed.status).toBe(503);
    expect(failed.text).toContain("We could not save your message. Our side failed. Your words are kept");
    expect(sent.text).toContain("In 38?");
    expect(fieldOf(failed, "id")).toBe(fieldOf(page, "id"));
  });

  test("marks what its page showed as seen", async () => {
    const page = await stage.write("Hello");
    await stage.answer(1001, "Good morning.");
    const answered = await stage.browser.visit(page.path);
    expect((await stage.request(1001)).seen.visitor).toBe(0);

    await stage.browser.send(answered, page.path, { text: "Good morning to you." });

    await expect.poll(async () => (await stage.request(1001)).seen.visitor).toBe(4);
  });

  test.each([
    ["/close", "Opens this request again."],
    ["/transcript", "The conversation is on its way to"],
  ])("that is being written stays in its field when something else is sent (%s)", async (action, words) => {
    await stage.write("Hello");
    await stage.answer(1001, "Good morning.");
    const page = await stage.browser.visit(await stage.shownPath(1001));

    const after = await stage.browser.send(page, action, { text: "I also" });
    const sent = await stage.browser.send(after, page.path, {});

    expect(after.text).toContain(words);
    expect(fieldOf(after, "text")).toBe("I also");
    expect(sent.text).toMatch(/Good morning\..* I also/);
    expect(fieldOf(sent, "text")).toBe("");
  });

  test("that is sent beside an address that is being written leaves that in its field", async () => {
    const visitor = await openVisitor(stage.relay);
    await say(visitor, "Do you ship to Japan?");
    const page = await stage.browser.visit(await stage.shownPath(1001));

    const sent = await stage.browser.send(page, page.path, { text: "To Tokyo.", email: "haruka@" });
    const again = await stage.browser.send(sent, page.path, { text: "By air." });

    expect(fieldOf(sent, "email")).toBe("haruka@");
    expect(fieldOf(sent, "text")).toBe("");
    expect(again.text).toMatch(/To Tokyo\..*By air\./);
    visitor.close();
  });

  test("is not taken from a page of another site", async () => {
    const page = await stage.write("Hello");
    const refused = await Promise.all([
      stage.browser.send(page, page.path, { text: "forged" }, { origin: "https://evil.example" }),
      stage.browser.send(page, page.path, { text: "forged" }, { "sec-fetch-site": "cross-site" }),
    ]);

    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
    expect((await stage.request(1001)).unread).toBe(1);
  });
});

describe("the e-mail address", () => {
  test("is asked for where none is known, once", async () => {
    const visitor = await openVisitor(stage.relay);
    await say(visitor, "Do you ship to Japan?");
    const page = await stage.browser.visit(await stage.shownPath(1001));

    const wrong = await stage.browser.send(page, "/address", { email: "haruka at mail" });
    const left = await stage.browser.send(wrong, "/address", { email: ` ${HARUKA.toUpperCase()} ` });

    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("This is not an e-mail address.");
    expect(fieldOf(wrong, "email")).toBe("haruka at mail");
    expect(left.text).toContain(`Answer goes to ${HARUKA}`);
    expect(left.html).not.toContain("/address");
    expect((await stage.request(1001)).email).toBe(HARUKA);
    await stage.browser.post(`${page.path}/address`, { email: "somebody.else@mail.example" });
    expect((await stage.request(1001)).email).toBe(HARUKA);
    visitor.close();
  });

  test("takes nothing from the words that are being written, whether it is taken or not", async () => {
    const visitor = await openVisitor(stage.relay);
    await say(visitor, "Do you ship to Japan?");
    const page = await stage.browser.visit(await stage.shownPath(1001));

    const wrong = await stage.browser.send(page, "/address", { email: "haruka at mail", text: "To Tokyo, that" });
    const left = await stage.browser.send(wrong, "/address", { email: HARUKA });
    const sent = await stage.browser.send(left, page.path, {});

    expect(wrong.status).toBe(422);
    expect([wrong, left].map((seen) => fieldOf(seen, "text"))).toEqual(["To Tokyo, that", "To Tokyo, that"]);
    expect(left.text).toContain(`Answer goes to ${HARUKA}`);
    expect(sent.text).toContain("To Tokyo, that");
    expect(sent.path).toBe(page.path);
    visitor.close();
  });

  test("is verified by whoever sends something by the link that was mailed there, not by looking", async () => {
    const shown = await stage.write("Hello");
    const mailed = await stage.browser.visit(await stage.mailedPath(1001));
    await stage.browser.send(shown, shown.path, { text: "by the link that was shown" });
    expect(await stage.verifiedAt(1001)).toBeNull();

    await stage.browser.send(mailed, mailed.path, { text: "by the link that was mailed" });

    expect(await stage.verifiedAt(1001)).toBe(stage.clock.now());
  });

  test("no longer opens anything by an old link after it was changed", async () => {
    await stage.write("Hello");
    const old = await stage.mailedPath(1001);
    expect((await stage.browser.visit(old)).status).toBe(200);

    await stage.relay.parts.storage.db.updateTable("conversations").set({ email: "other@mail.example" }).execute();

    expect((await stage.browser.visit(old)).status).toBe(404);
  });
});
