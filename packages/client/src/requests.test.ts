import { ANA, aConversationId, aSiteState } from "@shopbell/protocol/testing";
import type { RequestCard } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { applyAgentFrame } from "./apply-agent-frame.ts";
import { accept, aLine, aLiveLine } from "./testing/index.ts";

const conversationId = aConversationId(1);
const CARD: RequestCard = {
  number: 1042,
  email: "haruka@mail.example",
  phone: null,
  callAt: null,
  answersBy: 9_000,
  link: "/r/1042-token",
};

test("an address goes to the relay at once, and is under way until the ticket is there", () => {
  const { line, relay } = aLiveLine();

  line.request(conversationId, { email: "haruka@mail.example" });

  expect(relay.sentOf("request.open")).toEqual([
    { type: "request.open", conversationId, email: "haruka@mail.example" },
  ]);
  expect(line.state.requesting[conversationId]).toEqual({ email: "haruka@mail.example", problem: null });
  relay.say({ type: "request.changed", conversationId, request: CARD });
  expect(line.state.requesting).toEqual({});
  expect(line.state.requests).toEqual({ [conversationId]: CARD });
});

test("an address that was on its way when the link was lost is said again", () => {
  const { line, relay } = aLiveLine();
  line.request(conversationId, { email: "haruka@mail.example" });
  relay.close();
  line.request(aConversationId(2), { phone: "+351210000142", callAt: 7_000 });
  expect(relay.sentOf("request.open")).toHaveLength(1);

  line.probe();
  relay.welcome();

  expect(relay.sentOf("request.open").slice(1)).toEqual([
    { type: "request.open", conversationId, email: "haruka@mail.example" },
    { type: "request.open", conversationId: aConversationId(2), phone: "+351210000142", callAt: 7_000 },
  ]);
});

test("what is wrong with an address is known, is not sent again by itself, and goes when another one is tried", () => {
  const { line, relay } = aLiveLine();
  line.request(conversationId, { email: "haruka" });

  relay.say({ type: "problem", code: "email-invalid", re: "request.open", conversationId });
  expect(line.state.requesting[conversationId]).toEqual({ email: "haruka", problem: "email-invalid" });
  relay.close();
  line.probe();
  relay.welcome();
  expect(relay.sentOf("request.open")).toHaveLength(1);

  line.request(conversationId, { email: "haruka@mail.example" });
  expect(line.state.requesting[conversationId]?.problem).toBeNull();
});

test("a relay that broke over a request without saying which one leaves none waiting for ever", () => {
  const { line, relay } = aLiveLine();
  line.request(conversationId, { email: "haruka@mail.example" });

  relay.say({ type: "problem", code: "internal", re: "request.open" });

  expect(line.state.requesting[conversationId]?.problem).toBe("internal");
});

test("a problem with something else says nothing about a request", () => {
  const { line, relay } = aLiveLine();
  line.request(conversationId, { email: "haruka@mail.example" });

  relay.say({ type: "problem", code: "not-found", re: "history.fetch", conversationId });

  expect(line.state.requesting[conversationId]?.problem).toBeNull();
});

test("a visitor who comes back finds the tickets of their conversations", () => {
  const { line, relay } = aLine();
  line.start();
  const head = { number: 1042, state: "open", lastSeq: 0, lastMessage: null, seen: { visitor: 0, agent: 0 } } as const;

  relay.welcome({
    conversations: [
      { ...head, id: conversationId, request: CARD },
      { ...head, id: aConversationId(2), request: null },
    ],
  });

  expect(line.state.requests).toEqual({ [conversationId]: CARD });
});

test("a conversation that has just begun has its number at once, and once", () => {
  const { line, relay } = aLiveLine();
  const id = line.send(conversationId, "Hello", { start: true });
  const accepted = { type: "message.accepted", conversationId, id, seq: 1, at: 1_000 } as const;

  relay.say({ ...accepted, number: 1042 }, { ...accepted, number: 1042 });

  expect(line.state.conversations).toMatchObject([{ id: conversationId, number: 1042, request: null }]);
});

test("what was said in a conversation that began before says nothing about its number", () => {
  const { line, relay } = aLiveLine();
  line.send(conversationId, "Hello");

  accept(relay, 1);

  expect(line.state.conversations).toEqual([]);
});

test("each welcome tells how far the relay's clock is ahead of a device's that is wrong", () => {
  const { line, relay, clock } = aLine();
  line.start();

  relay.welcome({ at: clock.wall() + 3_600_000 });
  expect(line.state.relayAheadMs).toBe(3_600_000);

  relay.close();
  line.probe();
  relay.welcome({ at: clock.wall() - 60_000 });
  expect(line.state.relayAheadMs).toBe(-60_000);
});

test("forgetting takes addresses along, and keeps what the shop says of itself", () => {
  const { line, relay } = aLiveLine();
  const site = aSiteState({ availability: "closed", opensAt: 5_000 });
  relay.say({ type: "availability.changed", site });
  relay.say({ type: "request.changed", conversationId, request: CARD });
  line.request(aConversationId(2), { email: "haruka@mail.example" });

  line.forget();

  expect(JSON.stringify(line.state)).not.toContain("haruka");
  expect(line.state.site).toEqual(site);
});

test("what an agent chose is said at once, or as soon as somebody hears it", () => {
  const { line, relay } = aLiveLine({ side: "agent", apply: applyAgentFrame });
  line.setAvailability("away");
  relay.close();
  line.setAvailability("available");
  line.setAvailability("away", true);

  line.probe();
  relay.welcome();

  expect(relay.sentOf("availability.set")).toEqual([
    { type: "availability.set", availability: "away", idle: false },
    { type: "availability.set", availability: "away", idle: true },
  ]);
});

test("an agent sees who is there", () => {
  const { line, relay } = aLiveLine({ side: "agent", apply: applyAgentFrame });
  const team = [{ agent: ANA, availability: "away", reason: "idle", load: 2, capacity: 5 } as const];

  relay.say({ type: "team.changed", team });

  expect(line.state.team).toEqual(team);
});
