import type { AnswerId, Message } from "@shopbell/protocol";
import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { publish } from "../answers/search-examples.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { type FramePeer, openAgent, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";

const conversationId = aConversationId(1);

let relay: TestRelay;
let visitor: FramePeer;
let agent: FramePeer;
beforeEach(async () => {
  relay = await startRelay();
  await addSite(relay.parts.storage.db, { ...DEMO_SITE, key: "bags", name: "Faro Bags" }, 1);
  await answersOf("demo", ["Can I exchange a worn pair?", "Yes, **once**, within 30 days."]);
  visitor = await openVisitor(relay);
  agent = await openAgent(relay);
  await say(visitor, "They are too small", conversationId);
});
afterEach(() => relay.stop());

/** Publishes an answer of a shop. */
async function answersOf(siteKey: string, example: readonly [string, string]): Promise<AnswerId> {
  const { storage, context } = relay.parts;
  await publish(storage.db, siteKey, { en: [example] });
  await context.sites.refresh();
  const [answer] = (await context.shelf.of(siteKey)).all("en");
  if (answer === undefined) throw new Error("nothing was published");
  return answer.id;
}

const theAnswer = async () => (await relay.parts.context.shelf.of("demo")).all("en")[0];

function send(peer: FramePeer, nth: number, extra: object): void {
  const text = "Can I exchange a worn pair?\nhttps://relay.example/help";
  peer.send({ type: "message.send", conversationId, id: aMessageId(900 + nth), text, ...extra });
}

/** The message as the other side gets it. */
async function heardBy(peer: FramePeer, nth: number): Promise<Message> {
  const { entry } = await peer.first(
    "entry.added",
    (added) => added.entry.kind === "message" && added.entry.id === aMessageId(900 + nth),
  );
  return entry as Message;
}

test("[S10] an answer that an agent sends lies in the conversation as the shop has published it", async () => {
  const answer = await theAnswer();
  send(agent, 1, { answer: { id: answer?.id, locale: "pt" } });

  const card = {
    id: answer?.id,
    locale: "en",
    question: "Can I exchange a worn pair?",
    excerpt: "Yes, once, within 30 days.",
    link: `/help/demo/en/a/${answer?.slug}`,
  };
  expect(await heardBy(visitor, 1)).toMatchObject({ text: expect.stringContaining("https://relay.example"), card });
  const later = await openAgent(relay);
  later.send({ type: "conversation.open", conversationId, after: 0 });
  expect((await later.first("entries.replayed")).entries.at(-1)).toMatchObject({ card });
});

test("[S10] one that the shop has not published is refused, also when another shop has", async () => {
  const ofBags = await answersOf("bags", ["Is it leather?", "It is."]);
  send(agent, 1, { answer: { id: ofBags, locale: "en" } });
  send(agent, 2, { answer: { id: "00000000-0000-4000-8000-000000000001", locale: "en" } });

  for (const nth of [1, 2]) {
    const refused = await agent.first("message.refused", ({ id }) => id === aMessageId(900 + nth));
    expect(refused).toMatchObject({ reason: "not-found", retry: false });
  }
});

test("[S3] a card that is sent again is accepted again, also when its answer is no longer published", async () => {
  const answer = { id: (await theAnswer())?.id, locale: "en" };
  send(agent, 1, { answer });
  const accepted = await agent.first("message.accepted");
  await relay.parts.storage.db.updateTable("answer_texts").set({ published_at: null }).execute();
  await publish(relay.parts.storage.db, "demo", { en: [["Anything else?", "No."]] }); // which has the shelf read again
  await relay.parts.context.sites.refresh();
  expect((await relay.parts.context.shelf.of("demo")).all("en")).toHaveLength(1);
  const again = await openAgent(relay);

  send(again, 1, { answer });
  send(again, 2, { answer });

  expect(await again.first("message.accepted")).toMatchObject({ id: aMessageId(901), seq: accepted.seq });
  expect(await again.first("message.refused")).toMatchObject({ id: aMessageId(902), reason: "not-found" });
});

test("a card that cannot be looked up just now may be sent again", async () => {
  const answer = { id: (await theAnswer())?.id, locale: "en" };
  vi.spyOn(relay.parts.context.shelf, "of").mockRejectedValueOnce(new Error("no database"));

  send(agent, 1, { answer });
  const refused = await agent.first("message.refused");
  expect(refused).toMatchObject({ id: aMessageId(901), reason: "storage-failed", retry: true });
  send(agent, 1, { answer });

  expect((await heardBy(visitor, 1)).card).toMatchObject({ id: answer.id });
});

test("what an agent says after a card comes after it", async () => {
  send(agent, 1, { answer: { id: (await theAnswer())?.id, locale: "en" } });
  send(agent, 2, {});

  const [card, words] = [await heardBy(visitor, 1), await heardBy(visitor, 2)];
  expect(card.seq).toBeLessThan(words.seq);
  expect(words.card).toBeUndefined();
});

test("[S10] nobody makes a card up: neither a visitor with an answer's id, nor anybody with a card of their own", async () => {
  const id = (await theAnswer())?.id;
  const card = { id, locale: "en", question: "Free shoes?", excerpt: "Yes.", link: "https://evil.example" };
  await visitor.caughtUp();
  agent.send({ type: "conversation.open", conversationId, after: null });
  send(visitor, 1, { answer: { id, locale: "en" }, card });
  send(agent, 2, { card });

  expect(await heardBy(agent, 1)).not.toHaveProperty("card");
  expect(await heardBy(visitor, 2)).not.toHaveProperty("card");
});
