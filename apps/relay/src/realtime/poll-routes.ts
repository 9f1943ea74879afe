import { PollRequest } from "@shopbell/protocol";
import { CLOSE, MAX_FRAME_BYTES, POLL_WAIT_MS } from "@shopbell/protocol/limits";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { partyOf } from "../agents/agent.ts";
import type { Admission } from "../http/admission.ts";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { answerPreflight } from "../http/from-shop.ts";
import { networkOf } from "../http/network.ts";
import { parse } from "../http/problems.ts";
import { MAX_POLL_BYTES } from "../limits.ts";
import { allowOrigin, type SiteGate } from "../sites/site-routes.ts";
import { AgentPeer } from "./agent-peer.ts";
import type { Peer } from "./peer.ts";
import type { PeerContext } from "./peer-context.ts";
import type { Peers } from "./peers.ts";
import { PollSink } from "./poll-sink.ts";
import { VisitorPeer } from "./visitor-peer.ts";

export interface PollOptions {
  readonly context: PeerContext;
  readonly peers: Peers;
  readonly gate: SiteGate;
  readonly doorkeeper: Doorkeeper;
  readonly admission: Admission;
}

/** B5: the same frames under the same rules for whom no WebSocket gets through. Nothing is kept between two polls. */
export function pollRoutes(options: PollOptions): FastifyPluginAsync {
  const { context, gate, doorkeeper, admission } = options;
  const { max, windowMs: timeWindow } = context.limits.pollsPerAddress;
  const onRequest = async (request: FastifyRequest) => admission.admit(networkOf(request.ip));
  const limited = { onRequest, bodyLimit: MAX_POLL_BYTES, config: { rateLimit: { max, timeWindow } } };
  return async (app) => {
    answerPreflight(app, "/v1/sites/:siteKey/poll", gate);

    app.post("/v1/sites/:siteKey/poll", limited, async (request, reply) => {
      const { site, origin } = await gate.admit(request);
      allowOrigin(reply, origin);
      const sink = new PollSink();
      const peer = new VisitorPeer(context, sink, site.key, networkOf(request.ip));
      return answerPoll(options, peer, sink, parse(PollRequest, request.body), reply);
    });

    app.post("/v1/agent/poll", limited, async (request, reply) => {
      doorkeeper.requireOwnOrigin(request);
      const signedIn = await doorkeeper.signedIn(request, { used: false });
      if (signedIn === undefined) return sendFrames(reply, [], CLOSE.unauthorized);
      const sink = new PollSink();
      const peer = new AgentPeer(context, sink, partyOf(signedIn));
      return answerPoll(options, peer, sink, parse(PollRequest, request.body), reply);
    });
  };
}

async function answerPoll(
  { context, peers }: PollOptions,
  peer: Peer,
  sink: PollSink,
  { frames, waitMs }: PollRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  peers.add(peer);
  reply.raw.on("close", () => sink.cut());
  // Hello first, and answered: what follows is judged, and paid for, as that person's.
  const [hello, ...others] = frames;
  receive(peer, JSON.stringify(hello));
  await peer.settled();
  for (const frame of others) receive(peer, JSON.stringify(frame));
  await peer.settled();
  await sink.news(Math.min(waitMs, POLL_WAIT_MS));
  peers.remove(peer);
  context.counters.framesOut += sink.frames.length;
  return sendFrames(reply, sink.frames, sink.closeCode);
}

function receive(peer: Peer, text: string): void {
  if (Buffer.byteLength(text) > MAX_FRAME_BYTES) peer.close(CLOSE.tooLarge);
  else peer.receive(text);
}

/** The frames are encoded already; they are put together as they are. */
function sendFrames(reply: FastifyReply, frames: readonly string[], close: number | undefined): FastifyReply {
  const ending = close === undefined ? "" : `,"close":${close}`;
  reply.type("application/json; charset=utf-8").header("cache-control", "no-store");
  return reply.send(`{"frames":[${frames.join(",")}]${ending}}`);
}
