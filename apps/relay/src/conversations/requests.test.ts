import type { ConversationId } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { REPLY_MAIL_PAUSE_MS } from "../limits.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import type { Changed } from "./change-conversation.ts";
import { requestOf } from "./conversation.ts";
import type { Ledger } from "./ledger.ts";
import { type AgentParty, type Party, RULE, type VisitorParty } from "./party.ts";
import { noteBounced, noteMailed, openRequest, type Whereto } from "./request.ts";
import type { Sent } from "./send-message.ts";
import { snoozeConversation, wakeConversation } from "./snooze.ts";

const HARUKA = "haruka@mail.example";

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("requests in %s", (_name, open) => {
  const id = aConversationId(1);
  let storage: Storage;
  let desk: TestDesk;
  let haruka: VisitorParty;
  let ana: AgentParty;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    desk = new TestDesk(storage);
    haruka = await desk.aVisitor();
    ana = await desk.anAgent("ana");
  });
  afterEach(() => storage.close());

  function decide(party: Party, rule: (ledger: Ledger, now: number) => Changed, conversationId: ConversationId = id) {
    return desk.decide({ party, conversationId }, (ledger) => rule(ledger, desk.clock.now()));
  }
  const request = (whereto: Whereto, party = haruka) =>
    decide(party, (ledger, now) => openRequest(ledger, party, id, whereto, now));
  const snooze = (until: number) => decide(ana, (ledger, now) => snoozeConversation(ledger, ana, id, until, now));
  const wake = (until: number) => decide(RULE, (ledger, now) => wakeConversation(ledger, id, until, now));
  const mailed = (upTo: number) => decide(RULE, (ledger, now) => noteMailed(ledger, id, HARUKA, upTo, now));
  const bounced = (address: string) => decide(RULE, (ledger, now) => noteBounced(ledger, id, address, now));
  const jobs = () =>
    storage.db.selectFrom("jobs").select(["kind", "key", "run_at", "again_at"]).orderBy("run_at").execute();

  test("a request decided about is the one that is loaded afterwards, whatever was done to it", async () => {
    const steps: (() => Promise<Sent | Changed>)[] = [
      () => desk.send(haruka, "Do you still have the Sintra boot in 38?", id),
      () => request({ email: HARUKA, phone: "+351210000142", callAt: 5_000_000 }),
      () => snooze(9_000_000),
      () => wake(9_000_000),
      () => desk.send(ana, "We do.", id),
      () => mailed(6),
      () => snooze(9_500_000),
      () => desk.send(haruka, "Thank you", id),
      () => bounced(HARUKA),
    ];

    for (const step of steps) {
      desk.clock.advance(1_000);
      const outcome = await step();
      expect(outcome).toMatchObject({ conversation: { id, number: 1001 } });
      expect(await desk.load(ana, id)).toEqual("conversation" in outcome && outcome.conversation);
    }
    expect(await desk.textsIn(haruka, id)).toEqual([
      ...["Do you still have the Sintra boot in 38?", "requested", "snoozed", "woken", "assigned", "We do.", "mailed"],
      ...["snoozed", "reopened", "Thank you", "bounced"],
    ]);
  });

  test("[A1] an address is acknowledged once, and what agents write from then on is mailed", async () => {
    await desk.send(haruka, "hello", id);
    await desk.send(ana, "seen here only", id);
    expect(await jobs()).toEqual([]);
    await desk.send(haruka, "I have to go", id);

    expect((await request({ email: HARUKA })).kind).toBe("changed");
    expect((await request({ email: HARUKA })).kind).toBe("unchanged");
    await desk.send(ana, "good bye", id);
    await desk.send(ana, "one more thing", id);

    const now = desk.clock.now();
    expect(await jobs()).toEqual([
      { kind: "acknowledgement", key: `1001 ${HARUKA}`, run_at: now, again_at: null },
      { kind: "reply", key: "1001", run_at: now + REPLY_MAIL_PAUSE_MS, again_at: null },
    ]);
  });

  test("what agents write while a mail is under way has it done again", async () => {
    await desk.send(haruka, "hello", id);
    await request({ email: HARUKA });
    await desk.send(ana, "good morning", id);
    await storage.db.updateTable("jobs").set({ leased_until: 1 }).where("kind", "=", "reply").execute();

    desk.clock.advance(1_000);
    await desk.send(ana, "and this", id);

    const [, reply] = await jobs();
    expect(reply?.again_at).toBe(desk.clock.now() + REPLY_MAIL_PAUSE_MS);
  });

  test("[A3] a snoozed conversation waits for nobody, and comes back at its time and no other", async () => {
    await desk.send(haruka, "hello", id);
    const waitingSince = (await desk.load(ana, id))?.waitingSince;
    await snooze(5_000_000);
    await snooze(6_000_000);

    expect((await wake(5_000_000)).kind).toBe("unchanged");
    expect((await desk.load(ana, id))?.state).toBe("snoozed");
    expect((await wake(6_000_000)).kind).toBe("changed");

    expect(await desk.load(ana, id)).toMatchObject({ state: "open", snoozedUntil: null, waitingSince });
  });

  test("[S8] a visitor's word brings a snoozed conversation back, with the wait that it had", async () => {
    await desk.send(haruka, "hello", id);
    const waitingSince = (await desk.load(ana, id))?.waitingSince;
    await snooze(5_000_000);
    desk.clock.advance(1_000);

    await desk.send(haruka, "anybody?", id);

    expect(await desk.load(ana, id)).toMatchObject({ state: "open", snoozedUntil: null, waitingSince });
  });

  test("[A4] what was mailed is noted once, and what came back from an old address says nothing about the new one", async () => {
    await desk.send(haruka, "hello", id);
    await request({ email: HARUKA });
    await desk.send(ana, "good morning", id);

    expect((await mailed(4)).kind).toBe("changed");
    expect((await mailed(4)).kind).toBe("unchanged");
    await request({ email: "haruka@new.example" });
    expect((await bounced(HARUKA)).kind).toBe("unchanged");
    expect((await desk.load(ana, id))?.email).toBe("haruka@new.example");
    expect((await bounced("haruka@new.example")).kind).toBe("changed");

    expect((await desk.load(ana, id))?.email).toBeNull();
  });

  test("a ticket stays one after mail came back from where the answer was to go", async () => {
    const ticket = async () => {
      const found = await desk.load(ana, id);
      return found && requestOf(found, ({ number }) => `/r/${number}`);
    };
    await desk.send(haruka, "hello", id);
    expect(await ticket()).toBeNull();
    const now = desk.clock.now();
    await request({ email: HARUKA });
    desk.clock.advance(1_000);

    await bounced(HARUKA);

    expect(await ticket()).toEqual({
      ...{ number: 1001, email: null, phone: null, callAt: null, answersBy: null },
      link: "/r/1001",
    });
    expect((await desk.load(ana, id))?.requestedAt).toBe(now);
    await request({ email: "haruka@new.example" });
    expect((await desk.load(ana, id))?.requestedAt).toBe(now);
  });

  test("that an address was proved holds for that address only", async () => {
    await desk.send(haruka, "hello", id);
    await request({ email: HARUKA });
    await storage.db.updateTable("conversations").set({ email_verified_at: 5 }).execute();
    const provedAt = async () =>
      (await storage.db.selectFrom("conversations").selectAll().executeTakeFirst())?.email_verified_at;

    await desk.send(ana, "good morning", id);
    expect(await provedAt()).toBe(5);
    await request({ email: "haruka@new.example" });

    expect(await provedAt()).toBeNull();
  });

  test("an answer that came back goes out again to the address that was right", async () => {
    await desk.send(haruka, "hello", id);
    await request({ email: "typo@mail.example" });
    await desk.send(ana, "the answer", id);
    await mailed(4);
    await bounced("typo@mail.example");
    expect((await desk.load(ana, id))?.email).toBeNull();

    await request({ email: HARUKA });

    expect(await desk.load(ana, id)).toMatchObject({ email: HARUKA, mailedSeq: 0 });
    expect((await jobs()).map(({ kind, key }) => `${kind} ${key}`)).toContain("reply 1001");
  });

  test("who wants to be called is waiting for it, also where everything had been said", async () => {
    await desk.send(haruka, "hello", id);
    await desk.send(ana, "good bye", id);
    await desk.change(ana, id, "close");
    desk.clock.advance(1_000);

    await request({ phone: "+351210000142" });

    expect(await desk.load(ana, id)).toMatchObject({ state: "open", waitingSince: desk.clock.now() });
    expect((await desk.textsIn(ana, id)).slice(-2)).toEqual(["reopened", "requested"]);
  });

  test("a closed conversation is not put off", async () => {
    await desk.send(haruka, "hello", id);
    await desk.change(ana, id, "close");

    expect((await snooze(5_000_000)).kind).toBe("unchanged");
    expect((await desk.load(ana, id))?.state).toBe("closed");
  });

  test("another visitor cannot say where an answer goes", async () => {
    await desk.send(haruka, "hello", id);
    const maria = await desk.aVisitor();

    expect(await request({ email: "maria@mail.example" }, maria)).toEqual({ kind: "refused", reason: "not-found" });
    expect((await desk.load(ana, id))?.email).toBeNull();
  });

  test("who has no token, but whom the relay vouches for, begins a conversation and goes on in it", async () => {
    const vouched: VisitorParty = { ...haruka, tokenHash: null };
    const other: VisitorParty = { ...(await desk.aVisitor()), tokenHash: null };

    expect((await desk.send(vouched, "by mail", id)).kind).toBe("accepted");
    expect((await desk.send(haruka, "by chat", id)).kind).toBe("accepted");
    expect(await desk.send(other, "not mine", id)).toEqual({ kind: "refused", reason: "not-found" });

    expect(await desk.textsIn(ana, id)).toEqual(["by mail", "by chat"]);
  });
});
