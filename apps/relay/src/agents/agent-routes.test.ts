import type { ConversationPage, Me, SignInList } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAgent, openVisitor, PASSWORD, say, startRelay, type TestRelay } from "../testing/index.ts";

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

interface Call {
  body?: unknown;
  cookie?: string;
  origin?: string;
  method?: string;
}

function call(path: string, { body, cookie = "", origin = relay.url, method = body ? "POST" : "GET" }: Call = {}) {
  const headers = { origin, cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) };
  return fetch(relay.url + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
}

function signIn(changes: object = {}, origin?: string): Promise<Response> {
  const body = { email: "ANA@example.com", password: PASSWORD, ...changes };
  return call("/v1/agent/sign-in", origin === undefined ? { body } : { body, origin });
}

function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

test("the right password signs in, with a cookie that scripts and other sites never hold", async () => {
  const response = await signIn();

  expect(response.status).toBe(200);
  const attributes = response.headers.get("set-cookie")?.split("; ").slice(1);
  expect(attributes).toEqual(["Max-Age=604800", "Path=/", "HttpOnly", "SameSite=Lax"]);
  const me = (await (await call("/v1/agent/me", { cookie: cookieOf(response) })).json()) as Me;
  expect(me).toMatchObject({ agent: { name: "Ana" }, email: "ana@example.com", role: "owner", demo: true });
  expect(me.sites).toMatchObject([{ key: "demo", snippet: expect.stringContaining('data-site="demo"') }]);
});

test("over https the cookie is Secure and bound to the host", async () => {
  const secure = await startRelay({ env: { PUBLIC_URL: "https://chat.example.com" } });
  const response = await secure.app.inject({
    method: "POST",
    url: "/v1/agent/sign-in",
    headers: { origin: "https://chat.example.com" },
    payload: { email: "ana@example.com", password: PASSWORD },
  });
  await secure.stop();

  expect(response.headers["set-cookie"]).toMatch(
    /^__Host-shopbell=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(response.headers["strict-transport-security"]).toMatch(/max-age=\d{8}/);
});

test("a wrong password and an unknown address are told the same", async () => {
  const wrong = await signIn({ password: "not a bell that rings" });
  const unknown = await signIn({ email: "nobody@example.com" });

  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.json()).toEqual(await unknown.json());
});

test.each([{ role: "owner" }, { email: "no address" }, { password: 7 }, { __proto__: null, extra: 1 }])(
  "a body with %j in it is malformed",
  async (changes) => {
    const response = await signIn(changes);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "malformed" });
    expect(response.headers.get("content-type")).toMatch("application/problem+json");
  },
);

test("[K4] another page cannot sign anybody in, and no form can", async () => {
  expect((await signIn({}, "https://evil.example")).status).toBe(403);
  const form = await fetch(`${relay.url}/v1/agent/sign-in`, {
    method: "POST",
    headers: { origin: relay.url, "content-type": "text/plain" },
    body: JSON.stringify({ email: "ana@example.com", password: PASSWORD }),
  });
  expect(form.status).toBe(400);
});

test("the sixth attempt from one address within five minutes must wait", async () => {
  for (let n = 0; n < 5; n += 1) expect((await signIn({ password: "wrong" })).status).toBe(401);

  const sixth = await signIn();

  expect(sixth.status).toBe(429);
  expect(await sixth.json()).toMatchObject({ code: "too-fast" });
  expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("an account allows ten attempts in a quarter of an hour, wherever they come from", async () => {
  const roomy = await startRelay({ limits: { signInsPerAddress: { max: 100, windowMs: 1_000 } } });
  const attempt = () =>
    roomy.app.inject({
      method: "POST",
      url: "/v1/agent/sign-in",
      headers: { origin: roomy.url },
      payload: { email: "ana@example.com", password: "wrong" },
    });
  for (let n = 0; n < 10; n += 1) expect((await attempt()).statusCode).toBe(401);

  expect((await attempt()).statusCode).toBe(429);
  await roomy.stop();
});

test("signing out ends the cookie and its socket", async () => {
  const agent = await openAgent(relay);

  expect((await call("/v1/agent/sign-out", { method: "POST", cookie: relay.owner.cookie })).status).toBe(204);

  expect(await agent.closed).toBe(4401);
  expect((await call("/v1/agent/me", { cookie: relay.owner.cookie })).status).toBe(401);
});

test("[K3] a sign-in ended from another browser loses its socket; somebody else's cannot be ended", async () => {
  const agent = await openAgent(relay);
  const joao = await relay.addAgent("Joao");
  const other = cookieOf(await signIn());
  const listed = (await (await call("/v1/agent/sign-ins", { cookie: other })).json()) as SignInList;
  const first = listed.signIns.find(({ current }) => !current);
  const path = `/v1/agent/sign-ins/${first?.id}`;

  expect(listed.signIns.filter(({ current }) => current)).toHaveLength(1);
  expect((await call(path, { method: "DELETE", cookie: joao.cookie })).status).toBe(404);
  expect((await call(path, { method: "DELETE", cookie: other })).status).toBe(204);
  expect(await agent.closed).toBe(4401);
});

test("conversations are claimed, closed, listed and reopened", async () => {
  const joao = await relay.addAgent("Joao");
  const visitor = await openVisitor(relay);
  const id = aConversationId(1);
  await say(visitor, "hello", id);
  const change = (name: string, cookie = relay.owner.cookie) =>
    call(`/v1/agent/conversations/${id}/${name}`, { method: "POST", cookie });
  const closed = async () => {
    const response = await call("/v1/agent/conversations?state=closed", { cookie: relay.owner.cookie });
    return ((await response.json()) as ConversationPage).conversations.map((row) => row.id);
  };

  expect((await change("claim")).status).toBe(204);
  expect((await change("claim")).status).toBe(204);
  expect(await (await change("claim", joao.cookie)).json()).toMatchObject({ code: "already-assigned" });
  expect(await closed()).toEqual([]);
  expect((await change("close", joao.cookie)).status).toBe(204);
  expect(await closed()).toEqual([id]);
  expect((await change("reopen")).status).toBe(204);
  expect((await change("release")).status).toBe(204);

  await visitor.first("entry.added", ({ entry }) => entry.kind === "event" && entry.event === "released");
  const events = visitor.ofType("entry.added").map(({ entry }) => (entry.kind === "event" ? entry.event : "said"));
  expect(events).toEqual(["said", "assigned", "closed", "reopened", "released"]);
});

test.each([aConversationId(99), "1", "../me", "%00"])("a conversation called %s is not found", async (id) => {
  const path = `/v1/agent/conversations/${encodeURIComponent(id)}/claim`;

  expect((await call(path, { method: "POST", cookie: relay.owner.cookie })).status).toBe(404);
});
