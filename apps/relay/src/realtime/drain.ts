import { CLOSE } from "@shopbell/protocol/limits";
import type { WebSocketServer } from "ws";
import { DRAIN_MS, GOAWAY_SPREAD_MS } from "../limits.ts";
import type { Journal } from "../storage/journal.ts";
import type { Peers } from "./peers.ts";

/**
 * Lets everybody go (B6): says goaway with pauses that differ, answers what is already here, closes with 1012, and cuts
 * whoever has not closed after DRAIN_MS.
 *
 * @param random from 0 to 1, to spread the pauses.
 */
export async function drain(
  peers: Peers,
  journal: Journal,
  sockets: WebSocketServer,
  random: () => number,
): Promise<void> {
  for (const peer of peers.all) peer.send({ type: "goaway", retryInMs: Math.ceil(random() * GOAWAY_SPREAD_MS) });
  journal.flush();
  for (const peer of peers.all) peer.close(CLOSE.restarting);
  await allClosed(sockets);
}

function allClosed(sockets: WebSocketServer): Promise<void> {
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
