import type { IncomingMessage, ServerResponse } from "node:http";
import { CLOSE } from "@shopbell/protocol/limits";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import type { WebSocket } from "ws";
import { partyOf, type SignedIn } from "../agents/agent.ts";
import type { Admission } from "../http/admission.ts";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { networkOf } from "../http/network.ts";
import { Refusal } from "../http/problems.ts";
import type { SiteGate } from "../sites/site-routes.ts";
import { AgentPeer } from "./agent-peer.ts";
import { Corks } from "./corks.ts";
import type { Peer } from "./peer.ts";
import type { PeerContext } from "./peer-context.ts";
import type { Peers } from "./peers.ts";
import type { Sink } from "./sink.ts";
import { SocketSink } from "./socket-sink.ts";
import { VisitorPeer } from "./visitor-peer.ts";

export interface GatewayOptions {
  readonly context: PeerContext;
  readonly peers: Peers;
  readonly gate: SiteGate;
  readonly doorkeeper: Doorkeeper;
  readonly admission: Admission;
}

/** The two WebSocket addresses. Whoever may not come in is told so before the upgrade. */
export function gateway(options: GatewayOptions): FastifyPluginAsync {
  const { context, gate, doorkeeper, admission } = options;
  const onRequest = async (request: FastifyRequest) => admission.admit(networkOf(request.ip));
  const corks = new Corks();
  const admitted = new WeakMap<IncomingMessage, SignedIn>();
  const answers = new WeakMap<IncomingMessage, ServerResponse>();

  return async (app) => {
    app.route({
      method: "GET",
      url: "/v1/sites/:siteKey/socket",
      onRequest,
      preValidation: async (request, reply) => {
        answers.set(request.raw, reply.raw);
        await gate.admit(request);
      },
      handler: onlyForSockets,
      wsHandler: (webSocket, request) => {
        const { siteKey } = request.params as { siteKey: string };
        answers.get(request.raw)?.detachSocket(request.raw.socket);
        connect(
          options,
          corks,
          webSocket,
          request,
          (sink) => new VisitorPeer(context, sink, siteKey, networkOf(request.ip)),
        );
      },
    });
    app.route({
      method: "GET",
      url: "/v1/agent/socket",
      onRequest,
      preValidation: async (request, reply) => {
        answers.set(request.raw, reply.raw);
        doorkeeper.requireOwnOrigin(request);
        const signedIn = await doorkeeper.signedIn(request, { used: false });
        if (signedIn) admitted.set(request.raw, signedIn);
      },
      handler: onlyForSockets,
      wsHandler: (webSocket, request) => {
        const signedIn = admitted.get(request.raw);
        // A browser cannot read why an upgrade was refused, but it can read a close code.
        if (signedIn === undefined) return webSocket.close(CLOSE.unauthorized);
        answers.get(request.raw)?.detachSocket(request.raw.socket);
        connect(options, corks, webSocket, request, (sink) => new AgentPeer(context, sink, partyOf(signedIn)));
      },
    });
  };
}

function onlyForSockets(): never {
  throw new Refusal("not-found", { detail: "This address takes WebSocket connections only." });
}

function connect(
  { context, peers }: GatewayOptions,
  corks: Corks,
  webSocket: WebSocket,
  request: FastifyRequest,
  peerFor: (sink: Sink) => Peer,
): void {
  const place = `network:${networkOf(request.ip)}`;
  if (!context.crowd.enter(place, context.limits.socketsPerAddress)) {
    context.counters.refusals["too-fast"] += 1;
    return webSocket.close(CLOSE.tooFast);
  }
  const peer = peerFor(new SocketSink(webSocket, request.raw.socket, corks, context.counters));
  peers.add(peer);
  listen(webSocket, peer, () => {
    context.crowd.leave(place);
    peers.remove(peer);
  });
}

/** Its own function, so that nothing here keeps the upgrade request alive: 11 kB instead of 7.7 per socket (performance.md). */
function listen(webSocket: WebSocket, peer: Peer, gone: () => void): void {
  webSocket.removeAllListeners("error"); // @fastify/websocket's one holds the request
  webSocket.on("error", () => undefined); // `close` follows, with the code that says what was wrong
  webSocket.on("message", (message, isBinary) => {
    if (isBinary) peer.malformed();
    else peer.receive(message.toString());
  });
  webSocket.on("close", gone);
}
