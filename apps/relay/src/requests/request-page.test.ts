import { aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RULE } from "../conversations/party.ts";
import { noteMailed } from "../conversations/request.ts";
import { openAgent, openVisitor, say } from "../testing/index.ts";
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

  test("says since when it is as it is, whatever has happened since", async () => {
    const { path } = await stage.write("Hello");
    stage.clock.advance(60_000);
    await stage.answer(1001, "Good morning.");
    const { id } = await stage.request(1001);
    const { desk } = stage.relay.parts.context;
    const mailed = (upTo: number) =>
      desk.decide({ conversationId: id }, (ledger, now) => noteMailed(ledger, id, HARUKA, upTo, now));
    stage.clock.advance(60_000);
    await mailed(3);
    await desk.receive(RULE, { conversationId: id, id: aMessageId(1), text: "This is automatic." });
    expect((await stage.browser.visit(path)).text).toContain("Yours. We wrote on Friday 15 January at 8:01");

    await desk.change(RULE, id, "close");
    stage.clock.advance(60_000);
    await mailed(4);

    expect((await stage.browser.visit(path)).text).toContain("Closed. Since Friday 15 January at 8:02");
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
