import { afterEach, beforeEach, expect, test } from "vitest";
import { someHours } from "../testing/hours-builders.ts";
import { startRelay, type TestRelay } from "../testing/start-relay.ts";

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

async function ask(path: string, { method = "GET", body, cookie = relay.owner.cookie }: Asking = {}) {
  const response = await fetch(`${relay.url}/v1/agent/sites/demo/${path}`, {
    method,
    headers: { cookie, origin: relay.url, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

interface Asking {
  method?: string;
  body?: unknown;
  cookie?: string;
}

test("an owner lists other ways to reach the shop, and they are stored as they are dialled", async () => {
  const phone = { kind: "phone", value: "+351 21 000 0142", hours: someHours() };
  const mail = { kind: "email", value: "Help@Lisboa.example", hours: null };

  const stored = await ask("ways", { method: "PUT", body: { ways: [phone, mail] } });

  expect(stored).toEqual({
    status: 200,
    body: {
      ways: [
        { ...phone, value: "+351210000142" },
        { ...mail, value: "help@lisboa.example" },
      ],
    },
  });
  expect((await ask("ways")).body).toEqual(stored.body);
});

test.each([
  [{ kind: "phone", value: "12", hours: null }, 422, "phone-invalid"],
  [{ kind: "email", value: "help", hours: null }, 422, "email-invalid"],
  [{ kind: "telegram", value: "a b", hours: null }, 400, "malformed"],
  [{ kind: "fax", value: "12", hours: null }, 400, "malformed"],
])("%j is refused, and nothing is stored", async (way, status, code) => {
  const refused = await ask("ways", { method: "PUT", body: { ways: [way] } });

  expect(refused).toMatchObject({ status, body: { code } });
  expect((await ask("ways")).body).toEqual({ ways: [] });
});

test("an agent reads what only an owner may change", async () => {
  const { cookie } = await relay.addAgent("João");
  const help = { locales: ["pt", "en"], url: null, shopUrl: null, publicQuestions: false, holds: true };

  expect((await ask("ways", { cookie })).status).toBe(200);
  expect((await ask("help-centre", { cookie })).status).toBe(200);
  expect((await ask("ways", { method: "PUT", body: { ways: [] }, cookie })).status).toBe(403);
  expect((await ask("help-centre", { method: "PUT", body: help, cookie })).status).toBe(403);
});

test("the help centre's languages are kept in their order, each once", async () => {
  const help = {
    locales: ["pt", "en"],
    url: "https://help.lisboa.example",
    shopUrl: null,
    publicQuestions: true,
    holds: true,
  };

  expect(await ask("help-centre", { method: "PUT", body: help })).toEqual({ status: 200, body: help });
  expect((await ask("help-centre")).body).toEqual(help);
  expect((await ask("help-centre", { method: "PUT", body: { ...help, locales: ["pt", "pt"] } })).status).toBe(400);
});
