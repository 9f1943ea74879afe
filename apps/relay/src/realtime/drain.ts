import { CLOSE } from "@shopbell/protocol/limits";
import type { WebSocketServer } from "ws";
import { DRAIN_MS, DRAIN_STEP_MS, GOAWAY_SPREAD_MS } from "../limits.ts";
import type { Journal } from "../storage/journal.ts";
import type { Peers } from "./peers.ts";

export interface DrainOptions {
  readonly peers: Pick<Peers, "all">;
  readonly journal: Pick<Journal, "settled">;
  readonly sockets: Pick<WebSocketServer, "clients" | "close">;
  /** From 0 to 1, to spread the pauses. */
  readonly random: () => number;
  /** Peers are let go over this time; 0 lets all go at once. */
  readonly spreadMs: number;
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * Lets everybody go (B6): says goaway, answers what is already here, closes with 1012, and cuts whoever has not closed
 * after DRAIN_MS.
 *
 * A relay alone names pauses that differ, because it has to start again first. Where others serve meanwhile, the leaving
 * itself is spread and whoever leaves may come back to another relay at once.
 */
export async function drain(options: DrainOptions): Promise<void> {
  const { peers, journal, sockets, random, spreadMs, pause } = options;
  const steps = Math.floor(spreadMs / DRAIN_STEP_MS) + 1;
  const pauseMs = spreadMs === 0 ? GOAWAY_SPREAD_MS : DRAIN_STEP_MS;
  for (let left = steps; left > 0; left -= 1) {
    const all = [...peers.all].filter((peer) => !peer.isClosed);
    const some = all.slice(0, Math.ceil(all.length / left));
    for (const peer of some) peer.send({ type: "goaway", retryInMs: Math.ceil(random() * pauseMs) });
    await journal.settled();
    for (const peer of some) peer.close(CLOSE.restarting);
    if (left > 1 && some.length < all.length) await pause(DRAIN_STEP_MS);
  }
  await allClosed(sockets);
}

function allClosed(sockets: DrainOptions["sockets"]): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, DRAIN_MS);
    // Its callback comes when the last socket is gone.
    sockets.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
