import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openAgent, openVisitor, say } from "../testing/index.ts";
import { fieldOf } from "./testing/plain-browser.ts";
import { HARUKA, RequestStage } from "./testing/request-stage.ts";

let stage: RequestStage;
beforeEach(async () => {
  stage = await RequestStage.open();
});
afterEach(() => stage.close());

describe("a whole story without JavaScript", () => {
  test("is asked, answered, continued, closed and opened again on one page", async () => {
    const asked = await stage.write("Do you still have the Sintra boot in 38?\nI would collect it.");

    expect(asked.path).toMatch(/^\/r\/1001-[a-z2-7]{26}$/);
    expect(asked.text).toContain("#1001 Do you still have the Sintra boot in 38? I would collect it.");
    expect(asked.text).toContain("Ours. Waiting for us since Friday 15 January at 8:00");
    expect(asked.text).toContain(`Answer goes to ${HARUKA}`);

    stage.clock.advance(60_000);
    await stage.answer(1001, "One pair is left.");
    const answered = await stage.browser.visit(asked.path);
    expect(answered.text).toContain("Ana joined, Friday 15 January at 8:01");
    expect(answered.text).toContain("Ana , Friday 15 January at 8:01 One pair is left.");
    expect(answered.text).toContain("Yours. We wrote on Friday 15 January at 8:01");

    stage.clock.advance(60_000);
    const continued = await stage.browser.send(answered, answered.path, { text: "I take it." });
    expect(continued.status).toBe(200);
    expect(continued.text).toContain("I take it.");
    expect(continued.text).toContain("Ours. Waiting for us since Friday 15 January at 8:02");

    const closed = await stage.browser.send(continued, "/close", {});
    expect(closed.text).toContain("Closed. Since Friday 15 January at 8:02");
    expect(closed.text).toContain("Opens this request again.");
    expect(closed.text).not.toContain("Answer goes to");

    const reopened = await stage.browser.send(closed, closed.path, { text: "Thank you." });
    expect(reopened.text).toMatch(/Open again, .* Thank you\./);
    expect((await stage.request(1001)).state).toBe("open");
  });

  test("reaches the agents like any other message", async () => {
    const agent = await openAgent(stage.relay);
    const asked = await stage.write("Is anybody there?");
    const row = await agent.first("conversation.changed", ({ conversation }) => conversation.email === HARUKA);

    agent.send({ type: "conversation.open", conversationId: row.conversation.id, after: null });
    await agent.first("resumed");
    await stage.browser.send(asked, asked.path, { text: "Hello?" });

    expect(row.conversation).toMatchObject({ number: 1001, channel: "form", state: "open" });
    const added = await agent.first("entry.added");
    expect(added.entry).toMatchObject({
      kind: "message",
      text: "Hello?",
      channel: "form",
      author: { kind: "visitor" },
    });
    agent.close();
  });

  test("shows what was written in the widget, and what is written here shows there", async () => {
    const visitor = await openVisitor(stage.relay);
    await say(visitor, "Do you ship to Japan?");
    const page = await stage.browser.visit(await stage.shownPath(1001));

    await stage.browser.send(page, page.path, { text: "To Tokyo, that is." });

    expect(page.text).toContain("Do you ship to Japan?");
    const added = await visitor.first("entry.added", ({ entry }) => entry.kind === "message" && entry.seq === 2);
    expect(added.entry).toMatchObject({ text: "To Tokyo, that is." });
    visitor.close();
  });

  test("goes back to the beginning of a long thread page by page", async () => {
    const visitor = await openVisitor(stage.relay);
    const { conversationId } = await say(visitor, "first of all");
    const agent = await openAgent(stage.relay);
    for (let count = 1; count <= 60; count += 1) await say(agent, `answer ${count}.`, conversationId);
    const newest = await stage.browser.visit(await stage.shownPath(1001));
    const older = await stage.browser.visit(/href="([^"]*before=\d+)"/.exec(newest.html)?.[1] ?? "");

    expect(newest.text).toContain("answer 60.");
    expect(newest.text.match(/first of all/g)).toHaveLength(1); // on the ticket
    expect(older.text.match(/first of all/g)).toHaveLength(2);
    expect(older.text).toContain("Newest messages");
    expect(older.text).not.toContain("Earlier messages");
    agent.close();
    visitor.close();
  });
});

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
    expect(left.html).not.toContain('action="/r/1001-address');
    expect((await stage.request(1001)).email).toBe(HARUKA);
    await stage.browser.post(`${page.path}/address`, { email: "somebody.else@mail.example" });
    expect((await stage.request(1001)).email).toBe(HARUKA);
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

describe("a file that came with a message", () => {
  /** As if it had come by mail with the first message of a request. */
  async function attach(number: number, id: string): Promise<void> {
    const { db } = stage.relay.parts.storage;
    const file = { name: "sole of the boot.png", type: "image/png", size: 12_345 };
    await db
      .insertInto("files")
      .values({ ...file, id, conversation: number, content: "", created_at: 0 })
      .execute();
    const refused = { name: "invoice.exe", type: "application/octet-stream", size: 9 };
    const detail = JSON.stringify({ attachments: [{ ...file, href: `/v1/files/${id}` }, refused] });
    await db.updateTable("entries").set({ detail }).where("conversation", "=", number).where("seq", "=", 1).execute();
  }

  test("is fetched by a link that is made when it is asked for; one that was refused is named", async () => {
    const { path } = await stage.write("Look at the sole");
    await attach(1001, "f".repeat(32));
    const page = await stage.browser.visit(path);

    expect(page.text).toContain("sole of the boot.png 12 kB invoice.exe (not accepted)");
    const [, href = ""] = /href="([^"]*\/files\/[^"]*)"/.exec(page.html) ?? [];
    const response = await fetch(stage.relay.url + href, { redirect: "manual" });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toMatch(/^\/files\/f{32}\/sole%20of%20the%20boot\.png\?until=\d+&by=/);
  });

  test("is not fetched by the link of another request", async () => {
    const { path } = await stage.write("Hello");
    await stage.write("Look at the sole");
    await attach(1002, "f".repeat(32));

    expect((await stage.browser.visit(`${path}/files/${"f".repeat(32)}`)).status).toBe(404);
  });
});
