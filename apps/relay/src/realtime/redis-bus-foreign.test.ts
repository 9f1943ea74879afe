import { afterEach, beforeEach, expect, test } from "vitest";
import { beginningOf } from "../redis/installation.ts";
import { SinglePubSub } from "../redis/single-pub-sub.ts";
import { BusRelay, PATIENCE } from "../testing/bus-relay.ts";
import { RedisServer } from "../testing/redis-server.ts";
import { unheardComplaints } from "../testing/test-redis.ts";
import { type BusMessage, plain } from "./bus.ts";
import { listen } from "./bus-contract.ts";

let server: RedisServer;
let here: BusRelay;
let there: BusRelay;
beforeEach(async () => {
  server = await RedisServer.start();
  here = new BusRelay(new SinglePubSub(server.url, unheardComplaints()));
  there = new BusRelay(new SinglePubSub(server.url, unheardComplaints()));
  await Promise.all([here.connected(), there.connected()]);
});
afterEach(async () => {
  await here.bus.close();
  await there.bus.close();
  await server.stop();
});

/** What `there` says arrives. */
async function expectHeard(heard: string[], channel: string): Promise<void> {
  await there.connected();
  there.bus.publish(channel, plain("after"));
  await expect.poll(() => heard, PATIENCE).toEqual(["after"]);
}

test("another installation on the same Redis hears nothing, and is not heard", async () => {
  const restored = new BusRelay(new SinglePubSub(server.url, unheardComplaints()), "another");
  await restored.connected();
  const [ours, theirs] = [await listen(here.bus, "a"), await listen(restored.bus, "a")];

  there.bus.publish("a", plain("of the shop"));
  restored.bus.publish("a", plain("of the rehearsal"));
  await expect.poll(() => [ours.heard, theirs.heard], PATIENCE).toEqual([["of the shop"], ["of the rehearsal"]]);
  there.bus.publish("a", plain("end"));
  await expect.poll(() => ours.heard.at(-1), PATIENCE).toBe("end");
  restored.bus.publish("a", plain("end"));

  expect([ours.heard, theirs.heard]).toEqual([
    ["of the shop", "end"],
    ["of the rehearsal", "end"],
  ]);
  await restored.bus.close();
});

test("after a promotion the relays move to other channels, and compare", async () => {
  const { heard } = await listen(here.bus, "a");
  const interrupted = Promise.all([here.interrupted, there.interrupted]);

  for (const relay of [here, there]) {
    relay.epoch = "promoted";
    relay.pulse(1);
  }
  await interrupted;

  await expectHeard(heard, "a");
  const channel = `${beginningOf("promoted")}a`;
  expect(await server.call("PUBSUB", "NUMSUB", channel)).toEqual([channel, 1]);
});

test.each(["", "no header", "\n", "one two\n{}", "not-hexadecimal x y z lossy\n{}", "ff seven a b lossy\n{}"])(
  "what is not a relay's is not heard: %j",
  async (payload) => {
    const { heard } = await listen(here.bus, "a");

    await server.call("PUBLISH", `${beginningOf(here.epoch)}a`, payload);
    there.bus.publish("a", plain("after"));

    await expect.poll(() => heard, PATIENCE).toEqual(["after"]);
  },
);

test("what a newer relay says is heard, and a listener who can make nothing of it ends nothing", async () => {
  const heard: BusMessage[] = [];
  const cannotRead = here.bus.subscribe("a", ({ frame }) => {
    if (frame === "new") throw new Error("What is that?");
  });
  await cannotRead.ready;
  await here.bus.subscribe("b", (message) => heard.push(message)).ready;
  const header = `${"f".repeat(16)} 7    more of it`;

  await server.call("PUBLISH", `${beginningOf(here.epoch)}a`, `${header}\nnew`);
  await server.call("PUBLISH", `${beginningOf(here.epoch)}b`, `${header}\nnew`);

  await expect.poll(() => heard, PATIENCE).toEqual([{ ...plain("new"), seq: 7 }]);
  expect(here.faults).toEqual([new Error("What is that?")]);
});
