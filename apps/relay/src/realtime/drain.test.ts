import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { DRAIN_STEP_MS } from "../limits.ts";
import { openAgent, openVisitor, say, startRelay } from "../testing/index.ts";
import { drain } from "./drain.ts";
import type { Peers } from "./peers.ts";

const conversationId = aConversationId(1);

test("[B6] everybody hears goaway with a pause, and is closed with 1012", async () => {
  const relay = await startRelay();
  const visitor = await openVisitor(relay);
  const agent = await openAgent(relay);

  await relay.stop();

  for (const peer of [visitor, agent]) {
    expect(await peer.closed).toBe(1012);
    expect((await peer.first("goaway")).retryInMs).toBeGreaterThanOrEqual(0);
  }
});

test("[B6] what had arrived is answered, and is there after the restart; the epoch stays", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "shopbell-"));
  const before = await startRelay({ env: { DATA_DIR: dataDir } });
  const visitor = await openVisitor(before);
  await say(visitor, "hello", conversationId);
  before.parts.context.desk.send(
    {
      kind: "agent",
      id: before.owner.agent.id,
      face: { ...before.owner.agent },
      role: "owner",
      signInId: await signInOf(before),
    },
    { conversationId, id: aMessageId(900), text: "in the last moment" },
    false,
    () => undefined,
  );
  await before.stop();
  await visitor.closed;

  const after = await startRelay({ env: { DATA_DIR: dataDir } });
  const { epoch } = visitor.welcome;
  const back = await openVisitor(after, { token: visitor.token, epoch, cursors: { [conversationId]: 1 } });
  const replayed = await back.first("entries.replayed");
  await after.stop();
  rmSync(dataDir, { recursive: true });

  expect(back.welcome.epoch).toBe(epoch);
  expect(replayed.entries).toMatchObject([{ event: "assigned" }, { text: "in the last moment" }]);
});

test("[B6] where others serve meanwhile, a relay lets its peers go little by little, and all of them in time", async () => {
  const left: number[] = [];
  const peers = Array.from({ length: 25 }, (_, index) => {
    const peer = { isClosed: false, send: () => undefined, close: () => undefined };
    return Object.assign(peer, {
      close() {
        peer.isClosed = true;
        left.push(index);
      },
    });
  });
  const gone: number[] = [];

  await drain({
    peers: { all: peers as unknown as Peers["all"] },
    journal: { settled: async () => undefined },
    sockets: { clients: new Set(), close: (closed) => closed?.() },
    random: () => 0.5,
    spreadMs: 10 * DRAIN_STEP_MS,
    pause: async () => void gone.push(left.length),
  });

  expect(gone).toEqual([3, 6, 9, 11, 13, 15, 17, 19, 21, 23]);
  expect(left).toEqual(peers.map((_, index) => index));
});

async function signInOf({ parts }: Awaited<ReturnType<typeof startRelay>>): Promise<string> {
  const { id } = await parts.storage.db.selectFrom("sign_ins").select("id").executeTakeFirstOrThrow();
  return id;
}
