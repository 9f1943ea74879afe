import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import websocket from "@fastify/websocket";
import { MAX_FRAME_BYTES } from "@shopbell/protocol/limits";
import fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { agentRoutes, introduction } from "./agents/agent-routes.ts";
import { setupRoutes } from "./agents/setup-routes.ts";
import { availabilityRoutes } from "./availability/availability-routes.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import type { Config } from "./config.ts";
import { conversationRoutes } from "./conversations/conversation-routes.ts";
import { snoozeRoutes } from "./conversations/snooze-routes.ts";
import { faultLog } from "./fault-log.ts";
import { fileRoutes } from "./files/file-routes.ts";
import { Admission } from "./http/admission.ts";
import { Doorkeeper } from "./http/doorkeeper.ts";
import { commonHeaders, setHeaders } from "./http/headers.ts";
import { healthRoutes } from "./http/health.ts";
import { LOGGED } from "./http/logged.ts";
import { LoopDelay } from "./http/loop-delay.ts";
import { otherMethods } from "./http/methods.ts";
import { relayMetrics } from "./http/metrics.ts";
import { metricsRoutes } from "./http/metrics-routes.ts";
import { networkOf } from "./http/network.ts";
import { pageStyle } from "./http/page.ts";
import { problemHandler, Refusal, sendProblem } from "./http/problems.ts";
import { rateLimitStore } from "./http/rate-limit-store.ts";
import { RequestLog } from "./http/request-log.ts";
import { type Folders, staticRoutes } from "./http/static.ts";
import { noticeUntrustedProxy } from "./http/untrusted-proxy.ts";
import { LIMITS, type Limits, MAX_BODY_BYTES, PULSE_MS } from "./limits.ts";
import { arrivalRoutes } from "./mail/arrival-routes.ts";
import { demoMailRoutes } from "./mail/demo/demo-mail-routes.ts";
import { inboundRoutes } from "./mail/in/inbound-routes.ts";
import { mailRoutes } from "./mail/mail-routes.ts";
import { openParts, type Parts } from "./parts.ts";
import { drain } from "./realtime/drain.ts";
import { gateway } from "./realtime/gateway.ts";
import { pollRoutes } from "./realtime/poll-routes.ts";
import { callTimeRoutes } from "./requests/call-time-routes.ts";
import { contactRoutes } from "./requests/contact-routes.ts";
import { requestRoutes } from "./requests/request-routes.ts";
import { RequestStore } from "./requests/request-store.ts";
import { SearchStore } from "./searches/search-store.ts";
import { selfHelpRoutes } from "./self-help.ts";
import { SiteGate, siteRoutes } from "./sites/site-routes.ts";

/** What the process hands in beside its settings; tests hand in other things. */
export interface AppOptions {
  readonly folders: Folders;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
}

/** A whole relay: built, not yet listening. */
export interface App {
  readonly app: FastifyInstance;
  readonly parts: Parts;
  /** @throws when the port is taken. */
  listen(): Promise<void>;
  /** What happens once a second: timeouts, heartbeats, and what other processes have written. */
  pulse(): Promise<void>;
  /** Drains and closes everything (B6). */
  close(): Promise<void>;
}

/** A visitor's phone may be slow, a request that never ends is an attack (slowloris). */
const REQUEST_TIMEOUT_MS = 15_000;
const MAX_PARAM_LENGTH = 100;
/** Connections that may wait to be accepted: with Node's own 511, of 10,000 who come back at once some wait for minutes. */
const BACKLOG = 4_096;

/**
 * The composition root: the only place where parts meet.
 *
 * @throws when the database cannot be opened.
 */
export async function buildApp(config: Config, options: AppOptions): Promise<App> {
  const app = fastify(serverOptions(config));
  const clock = options.clock ?? SYSTEM_CLOCK;
  const fault = faultLog(clock, (err, untold) => app.log.error({ err, untold }, "something broke"));
  const limits: Limits = { ...LIMITS, ...options.limits };
  const parts = await openParts(config, clock, limits, fault);
  const loopDelay = new LoopDelay();
  let draining = false;

  app.removeContentTypeParser("text/plain"); // bodies are JSON, which another site's form cannot send
  const { refusals } = parts.context.counters;
  app.setErrorHandler(problemHandler(fault, (code) => (refusals[code] += 1)));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Refusal("not-found")));
  const headers = commonHeaders(parts.address.secure);
  app.addHook("onRequest", async (_request, reply) => setHeaders(reply, headers));
  if (config.trustProxy === false) watchForProxies(app);
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    store: rateLimitStore(parts.context.sharedLimits),
    keyGenerator: (request) => networkOf(request.ip),
  });
  await app.register(websocket, {
    options: { maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false },
    preClose: async () => {
      draining = true;
      const spreadMs = config.redisUrls === null ? 0 : limits.drainSpreadMs;
      const { peers, context } = parts;
      const sockets = app.websocketServer;
      await drain({ peers, journal: context.journal, sockets, random: Math.random, spreadMs, pause: setTimeout });
    },
  });
  const refuseOtherMethods = otherMethods(app);
  await registerRoutes(app, parts, config, options.folders, { isDraining: () => draining, loopDelay });
  refuseOtherMethods();

  const pulse = () => beat(parts);
  const timer = setInterval(pulse, PULSE_MS);
  app.addHook("onClose", async () => {
    clearInterval(timer);
    loopDelay.end();
    await parts.mailIn.reader?.close();
    await parts.mailOut.close();
    await parts.context.attendance.close();
    await parts.context.bus.close();
    parts.redis?.disconnect();
    await parts.storage.close();
  });
  return { app, parts, pulse, listen: () => listen(app, config, parts), close: () => app.close() };
}

function watchForProxies(app: FastifyInstance): void {
  const notice = noticeUntrustedProxy(() =>
    app.log.warn("a proxy is in front that TRUST_PROXY does not name: all visitors behind it count as one"),
  );
  app.addHook("onRequest", async (request) => notice(request));
}

async function registerRoutes(
  app: FastifyInstance,
  parts: Parts,
  config: Config,
  folders: Folders,
  { isDraining, loopDelay }: { isDraining: () => boolean; loopDelay: LoopDelay },
): Promise<void> {
  const { context, peers, agents, setups, address, attempts, storage } = parts;
  const { sites, shop, clock, limits, counters, conversations, desk } = context;
  const demo = config.publicUrl === null;
  const gate = new SiteGate({ sites, address });
  const doorkeeper = new Doorkeeper(agents, address);
  const introduce = introduction(sites, (siteKey) => shop.stateOf(siteKey), demo);

  const admission = new Admission({
    limit: limits.arrivals,
    limitPerAddress: limits.arrivalsPerAddress,
    clock,
    counters,
    isDraining,
    loopDelayMs: () => loopDelay.ms,
    random: Math.random,
  });

  await app.register(healthRoutes({ db: storage.db, bus: context.bus, isDraining }));
  await app.register(metricsRoutes(config.metricsToken, () => relayMetrics({ counters, bus: context.bus, peers })));
  await app.register(siteRoutes({ gate, sites, shop, clock }));
  await app.register(gateway({ context, peers, gate, doorkeeper, admission }));
  await app.register(pollRoutes({ context, peers, gate, doorkeeper, admission }));
  await app.register(agentRoutes({ agents, doorkeeper, peers, introduce, shop, limits, attempts }));
  await app.register(setupRoutes({ agents, setups, sites, doorkeeper, introduce, limits }));
  await app.register(conversationRoutes({ conversations, desk, doorkeeper }));
  await app.register(snoozeRoutes({ desk, doorkeeper, clock }));
  await app.register(callTimeRoutes({ gate, clock }));
  const pages = {
    context,
    requests: new RequestStore(storage.db),
    searches: new SearchStore(storage.db, clock),
    links: parts.links,
    address,
    fileLinks: parts.files.links,
  };
  await app.register(pageStyle());
  await app.register(requestRoutes(pages), { prefix: "/r" });
  await app.register(contactRoutes(pages), { prefix: "/c" });
  await app.register(availabilityRoutes({ db: storage.db, sites, shop, doorkeeper, clock }));
  await selfHelpRoutes(app, { parts, gate, doorkeeper });
  await app.register(fileRoutes({ ...parts.files, doorkeeper, clock }));
  await app.register(inboundRoutes(config.inboundEmailSecret, parts.mailIn.mails));
  await app.register(mailRoutes({ ...parts, doorkeeper }));
  await app.register(arrivalRoutes(parts), { prefix: "/m" });
  await app.register(demoMailRoutes(parts), { prefix: "/demo" });
  await app.register(staticRoutes({ folders, demo, publicUrl: () => address.publicUrl }));
}

function serverOptions(config: Config): FastifyServerOptions {
  return {
    trustProxy: config.trustProxy,
    logController: new RequestLog(),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    return503OnClosing: false, // while it drains, what is under way goes on; who may not come in is told by Admission
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    logger: { level: config.logLevel, stream: process.stderr, serializers: LOGGED },
  };
}

async function listen(app: FastifyInstance, { host, port }: Config, { address }: Parts): Promise<void> {
  await app.listen({ host, port, backlog: BACKLOG });
  address.listening((app.server.address() as AddressInfo).port);
}

async function beat({ peers, context, counter, comparison, losses, mailIn, mailOut }: Parts): Promise<void> {
  const now = context.clock.steady();
  context.bus.pulse();
  context.inbox.pulse();
  context.attendance.sweep();
  context.shop.look();
  for (const budgets of Object.values(context.budgets)) budgets.sweep(now);
  context.sharedLimits.sweep();
  peers.pulse();
  // What asks the database comes last, and each by itself: while it does not answer, heartbeats go on.
  const asked = [
    context.sites.refresh(),
    peers.recheckWhenDue(),
    comparison.pulse(),
    losses?.pulse(),
    mailIn.reader?.pulse(),
    ...mailOut.pulse(),
    ...counter.pulse(),
  ];
  for (const outcome of await Promise.allSettled(asked))
    if (outcome.status === "rejected") context.fault(outcome.reason);
}
