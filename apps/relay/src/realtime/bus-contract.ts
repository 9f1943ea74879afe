import type { ConversationId } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bus, type BusMessage, plain } from "./bus.ts";

/** The buses of two relays, or twice the bus of a relay alone. */
export interface Relays {
  readonly here: Bus;
  readonly there: Bus;
  /** Resolves when what was published has arrived wherever it is going to. */
  settled(): Promise<void>;
}

/** What every bus must do. */
export function busContract(connect: () => Promise<Relays>): void {
  let relays: Relays;
  beforeEach(async () => {
    relays = await connect();
  });
  afterEach(async () => {
    await relays.here.close();
    await relays.there.close();
  });

  test("everybody on a channel hears everything once, in the publisher's order", async () => {
    const first = await listen(relays.here, "a");
    const second = await listen(relays.here, "a");
    const third = await listen(relays.there, "a");

    for (const frame of ["1", "2", "3"]) relays.here.publish("a", plain(frame));
    await relays.settled();

    expect(first.heard).toEqual(["1", "2", "3"]);
    expect(second.heard).toEqual(["1", "2", "3"]);
    expect(third.heard).toEqual(["1", "2", "3"]);
  });

  test("who is on the publisher's relay hears it at once", async () => {
    const { heard } = await listen(relays.here, "a");

    relays.here.publish("a", plain("1"));

    expect(heard).toEqual(["1"]);
  });

  test("nobody hears another channel", async () => {
    const a = await listen(relays.there, "a");
    const b = await listen(relays.there, "b");

    relays.here.publish("a", plain("1"));
    await relays.settled();

    expect(a.heard).toEqual(["1"]);
    expect(b.heard).toEqual([]);
  });

  test("a subscription that ended hears nothing more, and ends no other", async () => {
    const gone = await listen(relays.there, "a");
    const stays = await listen(relays.there, "a");
    gone.end();
    gone.end();

    relays.here.publish("a", plain("1"));
    await relays.settled();

    expect(gone.heard).toEqual([]);
    expect(stays.heard).toEqual(["1"]);
  });

  test("who comes back to a channel hears it again", async () => {
    (await listen(relays.there, "a")).end();
    const back = await listen(relays.there, "a");

    relays.here.publish("a", plain("1"));
    await relays.settled();

    expect(back.heard).toEqual(["1"]);
  });

  test("a message arrives as it was published", async () => {
    const heard: BusMessage[] = [];
    await relays.there.subscribe("a", (message) => heard.push(message)).ready;
    const frame = '{"type":"x","text":"ção\\u0000 \\n 🛎"}';
    const sent = [
      { frame, seq: 7, about: "c".repeat(22) as ConversationId, except: "ana", lossy: true },
      plain(`two\nlines of ${frame}`),
      { ...plain(""), seq: 0 },
    ];

    for (const message of sent) relays.here.publish("a", message);
    await relays.settled();

    expect(heard).toEqual(sent);
  });

  test("publishing where nobody listens is no error", async () => {
    expect(() => relays.here.publish("nobody", plain("1"))).not.toThrow();
    await relays.settled();
  });
}

/** Everything that is heard on a channel from now on. */
export async function listen(bus: Bus, channel: string) {
  const heard: string[] = [];
  const subscription = bus.subscribe(channel, ({ frame }) => heard.push(frame));
  await subscription.ready;
  return { heard, end: () => subscription.end() };
}
