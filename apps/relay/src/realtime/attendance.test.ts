import { once } from "node:events";
import type { AgentFace } from "@shopbell/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LONE_BOARD, type PresenceBoard } from "../availability/presence-board.ts";
import { RedisPresenceStore } from "../availability/redis-presence-store.ts";
import { connectToRedis, type RedisClient } from "../redis/connections.ts";
import { RedisServer } from "../testing/redis-server.ts";
import { TestClock } from "../testing/test-clock.ts";
import { scriptsOfOne, unheardComplaints } from "../testing/test-redis.ts";
import { Attendance } from "./attendance.ts";
import { MemoryBus } from "./memory-bus.ts";

const LINGER_MS = 5_000;
const VALID_MS = 60_000;

/** A limit for what hangs, not a measure. */
const PATIENCE = { timeout: 10_000, interval: 10 };

/** Attendance on one relay, and what its visitors were told. */
class Relay {
  readonly clock = new TestClock();
  readonly attendance: Attendance;
  readonly told: string[][] = [];

  constructor(board: PresenceBoard, bus = new MemoryBus()) {
    this.attendance = new Attendance({ lingerMs: LINGER_MS, board, bus, clock: this.clock });
    this.attendance.follow(() => this.told.push(this.names));
  }

  get names(): string[] {
    return this.attendance.people.map(({ name }) => name);
  }

  pulseAfter(ms: number): void {
    this.clock.advance(ms);
    this.attendance.sweep();
  }
}

function aFace(name: string): AgentFace {
  return { id: name.toLowerCase(), name, photo: null };
}

describe("one relay", () => {
  test("visitors hear at once who comes, and who has been gone for longer than a reload takes", () => {
    const relay = new Relay(LONE_BOARD);
    relay.attendance.arrive(aFace("Ana"));
    relay.attendance.leave("ana");
    relay.pulseAfter(LINGER_MS - 1);
    expect(relay.told).toEqual([["Ana"]]);

    relay.pulseAfter(1);

    expect(relay.told).toEqual([["Ana"], []]);
  });

  test("who no longer follows hears nothing", () => {
    const relay = new Relay(LONE_BOARD);
    let heard = 0;
    const following = relay.attendance.follow(() => {
      heard += 1;
    });
    relay.attendance.arrive(aFace("Ana"));
    following.end();

    relay.attendance.arrive(aFace("Bo"));

    expect(heard).toBe(1);
    expect(relay.told).toHaveLength(2);
  });
});

describe("several relays", () => {
  let server: RedisServer;
  let redis: RedisClient;
  beforeEach(async () => {
    server = await RedisServer.start();
    redis = connectToRedis([server.url], unheardComplaints());
    await once(redis, "ready");
  });
  afterEach(async () => {
    redis.disconnect();
    await server.stop();
  });

  test("visitors hear who comes and goes on another relay, whatever its clock says", async () => {
    const bus = new MemoryBus();
    const here = new Relay(new RedisPresenceStore(scriptsOfOne(redis)), bus);
    const there = new Relay(new RedisPresenceStore(scriptsOfOne(redis)), bus);
    there.clock.advance(48 * 60 * VALID_MS);

    there.attendance.arrive(aFace("Ana"));
    await expect.poll(() => here.told, PATIENCE).toEqual([["Ana"]]);
    here.attendance.arrive(aFace("Bo"));
    expect(here.told.at(-1)).toEqual(["Bo", "Ana"]);
    there.attendance.leave("ana");
    there.pulseAfter(LINGER_MS);

    await expect.poll(() => here.told.at(-1), PATIENCE).toEqual(["Bo"]);
    await expect.poll(() => there.told.at(-1), PATIENCE).toEqual(["Bo"]);
  });

  test("a change that no word came of is read within seconds", async () => {
    const here = new Relay(new RedisPresenceStore(scriptsOfOne(redis)));
    await new RedisPresenceStore(scriptsOfOne(redis)).announce([aFace("Ana")]);

    here.pulseAfter(5_000);

    await expect.poll(() => here.told, PATIENCE).toEqual([["Ana"]]);
  });

  test("an agent with consoles on two relays is there once", async () => {
    await new RedisPresenceStore(scriptsOfOne(redis)).announce([aFace("Ana")]);
    const here = new Relay(new RedisPresenceStore(scriptsOfOne(redis)));
    here.attendance.arrive(aFace("Ana"));

    here.pulseAfter(5_000);
    await new RedisPresenceStore(scriptsOfOne(redis)).announce([aFace("Bo")]);
    here.pulseAfter(5_000);

    await expect.poll(() => here.names, PATIENCE).toEqual(["Ana", "Bo"]);
  });

  test("the agents of a relay that died vanish with their time to live", async () => {
    const dying = new RedisPresenceStore(scriptsOfOne(redis), 1);
    const reader = new RedisPresenceStore(scriptsOfOne(redis));
    await dying.announce([aFace("Ana")]);

    await expect.poll(() => reader.announce([]), PATIENCE).toEqual([]);
  });

  test("while Redis is away, who was known stays for what was left of their time, and own people come and go", async () => {
    const here = new Relay(new RedisPresenceStore(scriptsOfOne(redis)));
    await new RedisPresenceStore(scriptsOfOne(redis)).announce([aFace("Ana")]);
    here.pulseAfter(5_000);
    await expect.poll(() => here.names, PATIENCE).toEqual(["Ana"]);

    await server.kill();
    here.attendance.arrive(aFace("Bo"));
    here.pulseAfter(VALID_MS - 1_000);
    expect(here.names).toEqual(["Bo", "Ana"]);
    here.pulseAfter(1_000);

    expect(here.told.at(-1)).toEqual(["Bo"]);
  });

  test("a relay that ends takes its agents with it", async () => {
    const ending = new Relay(new RedisPresenceStore(scriptsOfOne(redis)));
    ending.attendance.arrive(aFace("Ana"));
    const reader = new RedisPresenceStore(scriptsOfOne(redis));
    await expect.poll(() => reader.announce([]), PATIENCE).toMatchObject([{ people: [{ name: "Ana" }] }]);

    await ending.attendance.close();

    expect(await reader.announce([])).toMatchObject([{ people: [] }]);
  });
});
