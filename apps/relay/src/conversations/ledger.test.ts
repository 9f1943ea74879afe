import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SIGN_IN_IDLE_MS, VISITOR_TOKEN_IDLE_MS } from "../limits.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import type { Changed } from "./change-conversation.ts";
import type { AgentParty, VisitorParty } from "./party.ts";
import type { Sent } from "./send-message.ts";

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("conversations in %s", (_name, open) => {
  const id = aConversationId(1);
  let storage: Storage;
  let desk: TestDesk;
  let maria: VisitorParty;
  let ana: AgentParty;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    desk = new TestDesk(storage);
    maria = await desk.aVisitor();
    ana = await desk.anAgent("ana");
  });
  afterEach(() => storage.close());

  test("[Q1] works of one group see each other, in order, and are stored together", async () => {
    await Promise.all(["one", "two", "three"].map((text) => desk.send(maria, text, id)));

    expect(await desk.textsIn(maria, id)).toEqual(["one", "two", "three"]);
  });

  test("a conversation decided about is the one that is loaded afterwards, whatever was done to it", async () => {
    const steps: (() => Promise<Sent | Changed>)[] = [
      () => desk.send(maria, 'Do these "run" small? \\ são 👟\n', id),
      () => desk.send(maria, "Hello?", id),
      () => desk.see(ana, id, 1),
      () => desk.send(ana, "Half a size.", id),
      () => desk.see(maria, id, 4),
      () => desk.see(ana, id, 4),
      () => desk.change(ana, id, "close"),
      () => desk.send(maria, "One more thing", id),
      () => desk.change(ana, id, "release"),
    ];

    for (const step of steps) {
      desk.clock.advance(1_000);
      const outcome = await step();
      expect(outcome).toMatchObject({ conversation: { id, number: 1001 } });
      expect(await desk.load(ana, id)).toEqual("conversation" in outcome && outcome.conversation);
    }
    expect((await desk.load(ana, id))?.unread).toBe(1);
  });

  test("[S3] a draft that comes again is the same message, in the same group or later, and never another text", async () => {
    const draft = { id: aMessageId(77) };
    const [first, second] = await Promise.all([1, 2].map(() => desk.send(maria, "hello", id, draft)));
    const later = await desk.send(maria, "hello", id, draft);
    const other = await desk.send(maria, "something else", id, draft);

    expect([first, second, later]).toMatchObject([1, 2, 3].map(() => ({ kind: "accepted", seq: 1 })));
    expect(other).toEqual({ kind: "refused", reason: "conflict" });
    await desk.send(ana, "good morning", id, draft);
    expect(await desk.textsIn(ana, id)).toEqual(["hello", "assigned", "good morning"]);
  });

  test("conversations are numbered from 1001 on, and what was refused took no number", async () => {
    const begun = await Promise.all([1, 2].map((n) => desk.send(maria, "hello", aConversationId(n))));
    const refused = await desk.send(maria, "hello", aConversationId(3), { mayBegin: false });
    const next = await desk.send(maria, "hello", aConversationId(4));

    expect(refused).toEqual({ kind: "refused", reason: "too-fast" });
    expect([...begun, next]).toMatchObject([1001, 1002, 1003].map((number) => ({ conversation: { number } })));
  });

  test("[Q1] a work that fails takes nobody else with it, and leaves no trace in what is decided next", async () => {
    await desk.send(maria, "one", id);
    const broken = desk.journal.store({}, () => {
      throw new Error("a work that cannot be run");
    });
    const second = desk.send(maria, "two", id);

    expect(await broken).toBe(false);
    expect(await second).toMatchObject({ kind: "accepted", seq: 2 });
    expect(desk.faults).not.toEqual([]);
    await desk.send(maria, "three", id);
    expect(await desk.textsIn(maria, id)).toEqual(["one", "two", "three"]);
  });

  test("unread counts what agents have not seen, also when more is said in the same group", async () => {
    for (const text of ["one", "two", "three"]) await desk.send(maria, text, id);

    const [seen] = await Promise.all([desk.see(ana, id, 2), desk.send(maria, "four", id), desk.see(ana, id, 3)]);

    expect(seen).toMatchObject({ conversation: { unread: 1 } });
    expect(await desk.load(ana, id)).toMatchObject({ unread: 1, seen: { agent: 3, visitor: 0 } });
  });

  test("[K3] nothing is stored for a sign-in that was ended or has expired", async () => {
    await desk.send(maria, "hello", id);
    const joao = await desk.anAgent("joao");
    expect(await desk.send(joao, "good morning", id)).toMatchObject({ kind: "accepted" });

    await desk.agents.revoke(joao.id, joao.signInId);
    expect(await desk.send(joao, "still here", id)).toEqual({ kind: "refused", reason: "unauthorized" });
    desk.clock.advance(SIGN_IN_IDLE_MS);
    expect(await desk.send(ana, "me too", id)).toEqual({ kind: "refused", reason: "unauthorized" });
  });

  test("[H7] who is forgotten has nothing open, says nothing more and begins nothing, also in the same group", async () => {
    for (const n of [1, 2]) await desk.send(maria, "hello", aConversationId(n));
    const joe = await desk.aVisitor();

    const [closed, ...refused] = await Promise.all([
      desk.forget(maria),
      desk.send(maria, "wait", aConversationId(1)),
      desk.send(maria, "hello again", aConversationId(3)),
    ]);

    expect(closed).toHaveLength(2);
    expect(refused).toEqual([1, 2].map(() => ({ kind: "refused", reason: "unauthorized" })));
    expect(await desk.textsIn(ana, aConversationId(2))).toEqual(["hello", "closed"]);
    expect(await desk.forget(maria)).toEqual([]);
    expect(await desk.send(joe, "hello", aConversationId(4))).toMatchObject({ kind: "accepted" });
  });

  test("a token that is used lives on, one that is not ends", async () => {
    const { party, token } = (await desk.visitors.mint(DEMO_SITE.key, null)) ?? {};
    desk.clock.advance(VISITOR_TOKEN_IDLE_MS - 1);
    expect(await desk.visitors.identify(DEMO_SITE.key, token ?? "")).toEqual(party);
    desk.clock.advance(1);

    expect(await desk.visitors.identify(DEMO_SITE.key, token ?? "")).toEqual(party);
    expect(await desk.send(maria, "hello", id)).toEqual({ kind: "refused", reason: "unauthorized" });
  });

  test("nobody reaches the conversation of somebody else", async () => {
    await desk.send(maria, "hello", id);
    const joe = await desk.aVisitor();

    expect(await desk.send(joe, "hello", id)).toEqual({ kind: "refused", reason: "not-found" });
    expect(await desk.see(joe, id, 1)).toEqual({ kind: "refused", reason: "not-found" });
    expect(await desk.change(joe, id, "close")).toEqual({ kind: "refused", reason: "not-found" });
    expect(await desk.textsIn(maria, id)).toEqual(["hello"]);
  });
});
