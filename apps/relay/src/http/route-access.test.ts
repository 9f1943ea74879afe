import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { aConversationId } from "@shopbell/protocol/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HelpStage } from "../help/testing/help-stage.ts";
import { WORN } from "../help/testing/shoe-answers.ts";
import { ApiTokenStore } from "../orders/api-token-store.ts";
import { ROUTES, type RouteKind } from "./testing/routes.ts";

const SHOP = "https://shoes.example";
const ELSEWHERE = "https://evil.example";
const INBOUND = "a secret of the mail server";
const METRICS = "a secret of who measures";

/** Whoever asks, by the headers that they send. */
type Asking = Record<string, string>;
let callers: Record<string, Asking>;

/** What a caller is told; `in` is whatever comes after they were let in. */
type Told = "in" | 401 | 403 | 404;
type Rule = Readonly<Record<string, Told>>;

const NO_AGENT: Rule = { nobody: 401, "a made-up agent": 401, "an agent who signed out": 401, "a disabled agent": 401 };
const ELSEWHERE_IN: Rule = { "an owner, from elsewhere": "in", "an owner, from a page that hides": "in" };
const ELSEWHERE_OUT: Rule = { "an owner, from elsewhere": 403, "an owner, from a page that hides": 403 };
const NO_LINK: Rule = { nobody: 404, "an agent": 404, "an owner": 404 };
const RULES: Readonly<Record<RouteKind, Rule>> = {
  everybody: { nobody: "in", "an owner": "in", ...ELSEWHERE_IN },
  form: { nobody: "in", "an owner": "in", ...ELSEWHERE_OUT },
  link: NO_LINK,
  linkForm: { ...NO_LINK, ...ELSEWHERE_OUT },
  shop: { "a page of the shop": "in", "no page": 403, ...ELSEWHERE_OUT },
  console: { nobody: "in", "no page": 403, ...ELSEWHERE_OUT },
  agent: { ...NO_AGENT, "an agent": "in", "an owner": "in" },
  owner: { ...NO_AGENT, "an agent": 403, "an owner": "in" },
  token: { nobody: 401, "an agent": 401, "an owner": 401, "a made-up token": 401, "a server": "in" },
};

/** What a cookie lets in must come from a page of ours, unless it only reads: then the other page may not see the answer. */
function ruleFor(kind: RouteKind, route: string): Rule {
  if (kind !== "agent" && kind !== "owner") return RULES[kind];
  return { ...RULES[kind], ...(route.startsWith("GET ") ? ELSEWHERE_IN : { "no page": 403, ...ELSEWHERE_OUT }) };
}

const PLACES: Asking = {
  ":siteKey": "demo",
  ":locale": "en",
  ":slug": "can-i-exchange-a-worn-pair",
  ":answerId": WORN,
  ":id": aConversationId(1),
  ":number": "1042",
  ":token": "made-up",
  ":mark": "made-up",
  "*": "nothing?until=1&by=made-up",
};

let stage: HelpStage;
const known = new Set<string>();

/** Hears of every route, as of a relay's beginning. */
function listen(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook("onRoute", ({ method, url }) => {
    for (const each of [method].flat()) known.add(`${each} ${url}`);
  });
}

beforeAll(async () => {
  subscribe("fastify.initialization", listen);
  stage = await HelpStage.open({
    env: { INBOUND_EMAIL_SECRET: INBOUND, METRICS_TOKEN: METRICS },
    help: { publicQuestions: true },
  });
  unsubscribe("fastify.initialization", listen);
  await stage.change({ order_source: JSON.stringify({ kind: "stored" }) });
  callers = await everyCaller();
});
afterAll(() => stage.close());

async function everyCaller(): Promise<typeof callers> {
  const { relay } = stage;
  const { db } = relay.parts.storage;
  const { cookie } = relay.owner;
  const origin = relay.url;
  const agent = await relay.addAgent("Joao");
  const disabled = await relay.addAgent("Rita");
  await db.updateTable("agents").set({ disabled_at: 1 }).where("id", "=", disabled.agent.id).execute();
  const signedOut = await relay.addAgent("Rui");
  await db.deleteFrom("sign_ins").where("agent_id", "=", signedOut.agent.id).execute();
  await db
    .updateTable("sites")
    .set({ origins: JSON.stringify([SHOP]) })
    .where("key", "=", "demo")
    .execute();
  await relay.parts.context.sites.refresh();
  const { token } = await new ApiTokenStore(db, stage.clock).mint("demo", "the shop's system");
  return {
    nobody: { origin },
    "no page": { cookie },
    "a page of the shop": { origin: SHOP },
    "an agent": { origin, cookie: agent.cookie },
    "an owner": { origin, cookie },
    "a disabled agent": { origin, cookie: disabled.cookie },
    "an agent who signed out": { origin, cookie: signedOut.cookie },
    "a made-up agent": { origin, cookie: "shopbell=made-up" },
    "an owner, from elsewhere": { origin: ELSEWHERE, cookie },
    "an owner, from a page that hides": { origin: "null", "sec-fetch-site": "cross-site", cookie },
    "a server of the shop": { authorization: `Bearer ${token}` },
    "a made-up token": { authorization: "Bearer shopbell_made-up" },
  };
}

/** With a token that the route takes. */
function headersOf(who: string, route: string): Asking {
  if (who !== "a server") return callers[who] as Asking;
  const token = { "POST /v1/mail/inbound": INBOUND, "GET /metrics": METRICS }[route];
  return token === undefined ? (callers["a server of the shop"] as Asking) : { authorization: `Bearer ${token}` };
}

let asked = 0;

/** Asks from an address of its own each time, so that no limit answers instead. */
function ask(route: string, headers: Asking) {
  const [method, path = ""] = route.split(" ");
  const url = path.replace(/:\w+|\*/g, (place) => PLACES[place] ?? place);
  asked += 1;
  const remoteAddress = `10.0.${asked >> 8}.${asked & 255}`;
  return stage.relay.app.inject({ method: method as "GET", url, headers, remoteAddress });
}

const DECLARED = Object.entries(ROUTES).flatMap(([kind, routes]) =>
  routes.map((route) => [route, kind as RouteKind] as const),
);

test.each(DECLARED)("[K4] %s lets in whom it is for (%s), and nobody else", async (route, kind) => {
  const rule = ruleFor(kind, route);

  const told: Record<string, Told> = {};
  for (const [who, expected] of Object.entries(rule)) {
    const { statusCode, headers } = await ask(route, headersOf(who, route));
    expect(statusCode, who).not.toBe(500);
    expect([undefined, SHOP], who).toContain(headers["access-control-allow-origin"]);
    told[who] = expected === 404 || statusCode === 401 || statusCode === 403 ? (statusCode as Told) : "in";
  }

  expect(told).toEqual(rule);
});

test("no route is declared twice, and none that is not there", () => {
  const declared = DECLARED.map(([route]) => route);

  expect(new Set(declared).size).toBe(declared.length);
  expect(declared.filter((route) => !known.has(route))).toEqual([]);
});

test("a route that nobody declared takes nothing", async () => {
  const declared = new Set(DECLARED.map(([route]) => route));
  const isDeclared = (route: string) => declared.has(route) || declared.has(route.replace("HEAD", "GET"));
  const others = [...known].filter((route) => !isDeclared(route));

  const taken: string[] = [];
  for (const route of others) if ((await ask(route, {})).statusCode !== 405) taken.push(route);

  expect(others).not.toEqual([]);
  expect(taken).toEqual([]);
});
