import { afterAll, beforeAll, expect, test } from "vitest";
import { startRelay, type TestRelay } from "../testing/index.ts";

let relay: TestRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

test.each([
  ["PUT", "/v1/agent/sign-in", "POST"],
  ["DELETE", "/v1/agent/me", "HEAD, GET, PUT"],
  ["GET", "/v1/sites/demo/poll", "OPTIONS, POST"],
  ["GET", "/v1/agent/conversations/7/close", "POST"],
] as const)("%s %s is told which methods there are", async (method, url, allow) => {
  const response = await relay.app.inject({ method, url, headers: { origin: relay.url }, payload: "{" });

  expect(response.statusCode).toBe(405);
  expect(response.json()).toMatchObject({ code: "method-not-allowed" });
  expect(response.headers["allow"]?.split(", ").sort()).toEqual(allow.split(", ").sort());
});

test("an address that nobody knows is not found, whatever the method", async () => {
  const response = await relay.app.inject({ method: "PUT", url: "/v1/nothing" });

  expect(response.statusCode).toBe(404);
});
