import { CLOSE } from "@shopbell/protocol/limits";
import { expect, test } from "vitest";
import { aLine, aLiveLine, type FakeClock } from "./testing/index.ts";
import { LINK_RENEWED } from "./transport.ts";

/** Lets time pass in small steps, so that links refused on the way are noticed when they are refused. */
async function passSlowly(clock: FakeClock, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 100) {
    await Promise.resolve();
    clock.pass(100);
  }
}

test("[H4] nothing but hello is sent before welcome", () => {
  const { line, relay } = aLine();
  line.start();
  line.send("c".repeat(32) as never, "Hello", { start: true });
  line.open("d".repeat(32) as never);
  expect(relay.hellos).toHaveLength(1);
  expect(relay.sent).toEqual([]);

  relay.welcome();

  expect(relay.sent.map((frame) => frame.type)).toEqual(["conversation.open", "message.send"]);
});

test("[B1] a heartbeat is answered from where it was heard", () => {
  const { relay } = aLiveLine();

  relay.say({ type: "heartbeat", heads: {} });

  expect(relay.sent).toEqual([{ type: "heartbeat.answer" }]);
});

test("[B2] 35 s of silence end the link, anything heard keeps it", () => {
  const { line, relay, clock } = aLiveLine();
  clock.pass(30_000);
  relay.say({ type: "heartbeat", heads: {} });
  clock.pass(34_000);
  expect(line.state.status).toBe("live");

  clock.pass(1_001);

  expect(line.state.status).toBe("waiting");
  expect(relay.connected).toBe(false);
});

test("[X1] a question that was damaged on its way is asked again on a new link", () => {
  const { line, relay, clock } = aLiveLine();
  const asked = () => relay.sentOf("conversation.open").length;
  line.open("d".repeat(32) as never);
  expect(asked()).toBe(1);

  relay.say({ type: "problem", code: "malformed" });
  expect(line.state.status).toBe("waiting");
  clock.pass(1_000);
  relay.welcome();

  expect(asked()).toBe(2);
});

test("[B3] a probe without an answer ends the link after 10 s, one with an answer does not", () => {
  const { line, relay, clock } = aLiveLine();
  line.probe();
  expect(relay.sentOf("probe")).toHaveLength(1);
  clock.pass(1);
  relay.say({ type: "heartbeat", heads: {} });
  clock.pass(10_000);
  expect(line.state.status).toBe("live");

  line.probe();
  clock.pass(10_000);

  expect(line.state.status).toBe("waiting");
});

test("[B3] a device without network gives the link up at once, and takes it up when it is asked", () => {
  const { line, relay } = aLiveLine();

  line.offline();
  expect(line.state.status).toBe("waiting");
  expect(relay.connected).toBe(false);

  line.probe();
  expect(relay.connected).toBe(true);
});

test("[B3] asking again and again does not put the end of a dead link off", () => {
  const { line, clock } = aLiveLine();

  for (let look = 0; look < 3; look++) {
    line.probe();
    clock.pass(4_000);
  }

  expect(line.state.status).toBe("waiting");
});

test("[B5] after a poll that worked, one failed upgrade is enough to poll again", async () => {
  const { relay, poll, line, clock } = aLine();
  relay.reachable = false;
  line.start();
  while (!poll.connected) await passSlowly(clock, 100);
  poll.welcome();
  const upgrades = relay.attempts;

  poll.close(LINK_RENEWED);
  while (!poll.connected) await passSlowly(clock, 100);

  expect(relay.attempts).toBe(upgrades + 1);
});

test("[B3] a probe ends a pause at once", () => {
  const { line, relay } = aLiveLine();
  relay.close();
  expect(relay.connected).toBe(false);

  line.probe();

  expect(relay.connected).toBe(true);
});

test("[B4] pauses double while nothing holds, and begin anew after 30 s of stability", () => {
  const { relay, clock } = aLiveLine();
  const pauses: number[] = [];
  for (let round = 0; round < 3; round++) {
    relay.close();
    const lostAt = clock.now();
    while (!relay.connected) clock.pass(100);
    pauses.push(clock.now() - lostAt);
    relay.welcome();
  }
  expect(pauses).toEqual([500, 1_000, 2_000]);

  clock.pass(30_000);
  relay.close();
  clock.pass(500);

  expect(relay.connected).toBe(true);
});

test("[B4] goaway names the pause", () => {
  const { relay, clock } = aLiveLine();
  relay.say({ type: "goaway", retryInMs: 7_000 });
  relay.close(CLOSE.restarting);

  clock.pass(6_999);
  expect(relay.connected).toBe(false);

  clock.pass(1);
  expect(relay.connected).toBe(true);
});

test("[B5] after two failed upgrades the poll is tried, and then both take turns", async () => {
  const { line, relay, poll, clock } = aLine();
  relay.reachable = false;
  poll.reachable = false;
  line.start();
  await passSlowly(clock, 500 + 1_000 + 2_000 + 4_000 + 200);
  expect([relay.attempts, poll.attempts]).toEqual([3, 2]);

  poll.reachable = true;
  while (!poll.connected) await passSlowly(clock, 100);
  poll.welcome();

  expect(line.state.status).toBe("live");
});

test("[B5] a relay that was only restarted is reached by its socket", async () => {
  const { relay, poll, clock } = aLiveLine();
  relay.reachable = false;
  relay.close();
  await passSlowly(clock, 600);
  relay.reachable = true;
  expect(relay.attempts).toBe(2);

  await passSlowly(clock, 1_000);

  expect(relay.connected).toBe(true);
  expect(poll.attempts).toBe(0);
});

test("[H2] an unsupported protocol is not tried again", () => {
  const { line, relay, clock } = aLiveLine();

  relay.close(CLOSE.unsupportedProtocol);
  clock.pass(600_000);

  expect(line.state).toMatchObject({ status: "refused", refusal: "unsupported" });
  expect(relay.attempts).toBe(1);
});

test("[H3] a visitor whose token is unknown forgets it and starts anew, with what was not sent", () => {
  let tokens = ["old"];
  const { line, relay, clock, drafts } = aLiveLine({
    hello: (resumption) => ({ ...resumption, token: tokens[0] ?? null }),
    forgetToken: () => {
      tokens = [];
      return true;
    },
  });
  expect(relay.hellos[0]).toMatchObject({ token: "old" });
  const before = "c".repeat(32) as never;
  line.send(before, "Still there?");

  relay.close(CLOSE.unauthorized);
  clock.pass(500);
  expect(relay.hellos[1]).toMatchObject({ token: null, cursors: {} });
  relay.welcome();

  const [, again] = relay.sentOf("message.send");
  expect(again).toMatchObject({ text: "Still there?", start: true });
  expect(again?.conversationId).not.toBe(before);
  expect([...drafts.kept.values()]).toMatchObject([{ conversationId: again?.conversationId }]);
});

test("an agent whose sign-in ended is told so, and nothing is tried behind their back", () => {
  const { line, relay, clock, drafts } = aLiveLine({ side: "agent" });
  line.send("c".repeat(32) as never, "One moment");

  relay.close(CLOSE.unauthorized);
  clock.pass(600_000);

  expect(line.state).toMatchObject({ status: "refused", refusal: "unauthorized" });
  expect(relay.attempts).toBe(1);
  expect(drafts.kept.size).toBe(1);
});
