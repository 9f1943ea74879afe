import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newSite } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { SignedInAgent, TestRelay } from "../testing/index.ts";
import { connect, type FramePeer, hello, openAgent, openVisitor, say, startRelay } from "../testing/index.ts";

const conversationId = aConversationId(1);
const nowhere = aConversationId(99);

let relay: TestRelay;
let maria: FramePeer;
let strangers: Record<string, FramePeer>;
let agent: FramePeer;
let signedOut: SignedInAgent;
let disabled: SignedInAgent;

beforeAll(async () => {
  relay = await startRelay({ limits: { socketsPerVisitor: 50, visitorFrames: { max: 1_000, windowMs: 1_000 } } });
  const other = newSite("other", "Porto Hats", [relay.url]);
  if (other) await addSite(relay.parts.storage.db, other, 0);
  signedOut = await relay.addAgent("Joao");
  disabled = await relay.addAgent("Rita");
  await relay.parts.storage.db.deleteFrom("sign_ins").where("agent_id", "=", signedOut.agent.id).execute();
  await relay.parts.storage.db
    .updateTable("agents")
    .set({ disabled_at: 1 })
    .where("id", "=", disabled.agent.id)
    .execute();
  maria = await openVisitor(relay);
  await say(maria, "hello", conversationId);
  agent = await openAgent(relay);
  strangers = {
    "another visitor": await openVisitor(relay),
    "a visitor of another site": await openVisitor(relay, { site: "other" }),
  };
});
afterAll(() => relay.stop());

const STRANGERS = ["another visitor", "a visitor of another site"];

const ASKING: [string, (id: string) => object][] = [
  ["conversation.open", (id) => ({ type: "conversation.open", conversationId: id, after: null })],
  ["history.fetch", (id) => ({ type: "history.fetch", conversationId: id, before: 10 })],
  ["seen.set", (id) => ({ type: "seen.set", conversationId: id, seq: 1 })],
  ["message.send", (id) => ({ type: "message.send", conversationId: id, id: aMessageId(500), text: "let me in" })],
];

/** What a peer hears in answer to one frame. */
async function answersTo(peer: FramePeer, frame: object): Promise<unknown[]> {
  const before = peer.frames.length;
  peer.send(frame);
  await peer.caughtUp();
  return peer.frames.slice(before).filter(({ type }) => type !== "heartbeat" && type !== "conversation.changed");
}

test.each(ASKING)("[K1] %s is answered to the conversation's visitor and to an agent", async (type, frame) => {
  const refusals = ["problem", "message.refused"];
  for (const peer of [maria, agent]) {
    const answers = (await answersTo(peer, frame(conversationId))) as { type: string }[];
    expect(
      answers.filter((answer) => refusals.includes(answer.type)),
      type,
    ).toEqual([]);
  }
});

for (const who of STRANGERS) {
  test.each(ASKING)(`[K2] to ${who}, %s answers as if the conversation did not exist`, async (_type, frame) => {
    const stranger = strangers[who] as FramePeer;

    const answer = await answersTo(stranger, frame(conversationId));
    const toNowhere = await answersTo(stranger, frame(nowhere));

    expect(answer).not.toEqual([]);
    expect(JSON.parse(JSON.stringify(answer).replaceAll(conversationId, nowhere))).toEqual(toNowhere);
  });

  test(`[K2] ${who} cannot begin a conversation that somebody else has`, async () => {
    const send = { type: "message.send", conversationId, id: aMessageId(501), text: "let me in", start: true };

    expect(await answersTo(strangers[who] as FramePeer, send)).toMatchObject([{ reason: "not-found" }]);
  });

  test(`[K1] ${who} hears nothing of it, and is not heard typing in it`, async () => {
    const stranger = strangers[who] as FramePeer;
    stranger.send({ type: "typing.set", conversationId, typing: true });
    await stranger.caughtUp();
    await say(maria, "still there?", conversationId);
    await maria.caughtUp();

    expect(maria.ofType("typing.changed")).toEqual([]);
    expect(JSON.stringify(stranger.frames)).not.toContain("still there?");
  });
}

test("[H3] a visitor's token is worth nothing on another site", async () => {
  const { token } = await openVisitor(relay);
  await openVisitor(relay, { token });
  const peer = await connect(relay, "/v1/sites/other/socket");

  peer.send(hello({ token }));

  expect(await peer.closed).toBe(4401);
});

test("[P1] a cursor of somebody else's conversation replays nothing", async () => {
  const { token, welcome } = await openVisitor(relay);
  const back = await openVisitor(relay, { token, epoch: welcome.epoch, cursors: { [conversationId]: 0 } });

  expect(await back.first("problem")).toEqual({ type: "problem", code: "not-found", re: "hello", conversationId });
  expect(back.ofType("entries.replayed")).toEqual([]);
});

test.each(["signed out", "disabled"])("[K3] an agent who is %s is not let in", async (who) => {
  const { cookie } = who === "disabled" ? disabled : signedOut;
  const peer = await connect(relay, "/v1/agent/socket", { cookie });

  expect(await peer.closed).toBe(4401);
});

test("[K3] an agent who is disabled in mid-chat cannot send once more, and loses the socket", async () => {
  const rui = await relay.addAgent("Rui");
  const peer = await openAgent(relay, rui);
  await say(peer, "good morning", conversationId);
  await relay.parts.storage.db.updateTable("agents").set({ disabled_at: 1 }).where("id", "=", rui.agent.id).execute();

  peer.send({ type: "message.send", conversationId, id: aMessageId(502), text: "one last word" });

  expect(await peer.first("message.refused")).toMatchObject({ reason: "unauthorized", retry: false });
  expect(await peer.closed).toBe(4401);
});

test.each([undefined, "null", "https://evil.example", "http://127.0.0.1", "http://127.0.0.1.evil.example"])(
  "[K4] from the origin %s there is no upgrade",
  async (origin) => {
    const headers = { origin, cookie: relay.owner.cookie };

    await expect(connect(relay, "/v1/sites/demo/socket", headers)).rejects.toThrow("403");
    await expect(connect(relay, "/v1/agent/socket", headers)).rejects.toThrow("403");
  },
);

test("an unknown site is 404", async () => {
  await expect(connect(relay, "/v1/sites/nope/socket")).rejects.toThrow("404");
});

test("[K4] an origin that its owner listed is let in, but not to the agents' side", async () => {
  const listed = newSite("listed", "Faro Bags", ["https://bags.example"]);
  if (listed) await addSite(relay.parts.storage.db, listed, 0);
  const headers = { origin: "https://bags.example", cookie: relay.owner.cookie };

  await connect(relay, "/v1/sites/listed/socket", headers);
  await expect(connect(relay, "/v1/agent/socket", headers)).rejects.toThrow("403");
});
