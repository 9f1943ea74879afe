import { afterEach, beforeEach, expect, test } from "vitest";
import type { Bus, BusMessage } from "./bus.ts";

/** What every bus must do. `settle` resolves when what was published has arrived wherever it is going to. */
export function busContract(makeBus: () => Bus, settle: () => Promise<void>): void {
  let bus: Bus;
  beforeEach(() => {
    bus = makeBus();
  });
  afterEach(() => bus.close());

  async function listen(channel: string) {
    const heard: string[] = [];
    const subscription = bus.subscribe(channel, ({ frame }) => heard.push(frame));
    await subscription.ready;
    return { heard, end: () => subscription.end() };
  }

  test("everybody on a channel hears everything, in the publisher's order", async () => {
    const first = await listen("a");
    const second = await listen("a");

    for (const frame of ["1", "2", "3"]) bus.publish("a", message(frame));
    await settle();

    expect(first.heard).toEqual(["1", "2", "3"]);
    expect(second.heard).toEqual(["1", "2", "3"]);
  });

  test("nobody hears another channel", async () => {
    const here = await listen("a");
    const there = await listen("b");

    bus.publish("a", message("1"));
    await settle();

    expect(here.heard).toEqual(["1"]);
    expect(there.heard).toEqual([]);
  });

  test("a subscription that ended hears nothing more, and ends no other", async () => {
    const gone = await listen("a");
    const stays = await listen("a");
    gone.end();
    gone.end();

    bus.publish("a", message("1"));
    await settle();

    expect(gone.heard).toEqual([]);
    expect(stays.heard).toEqual(["1"]);
  });

  test("a message arrives as it was published", async () => {
    const heard: BusMessage[] = [];
    await bus.subscribe("a", (arrived) => heard.push(arrived)).ready;
    const sent = { frame: '{"type":"x","text":"ção\\u0000 \\n"}', seq: 7, except: "ana", lossy: true };

    bus.publish("a", sent);
    await settle();

    expect(heard).toEqual([sent]);
  });

  test("publishing where nobody listens is no error", async () => {
    expect(() => bus.publish("nobody", message("1"))).not.toThrow();
    await settle();
  });
}

function message(frame: string): BusMessage {
  return { frame, seq: null, except: null, lossy: false };
}
