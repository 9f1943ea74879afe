// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { askRelay, reasonBehind } from "./relay-http.ts";

afterEach(() => vi.unstubAllGlobals());

function answering(answer: () => Promise<Response>) {
  const fetch = vi.fn(answer);
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

async function refusal(answer: () => Promise<Response>) {
  answering(answer);
  return reasonBehind(await askRelay("GET", "/v1/agent/me").catch((error: unknown) => error));
}

test("a body goes out as JSON, an answer without content comes back as nothing", async () => {
  const fetch = answering(async () => new Response(null, { status: 204 }));

  expect(await askRelay("POST", "/v1/agent/sign-in", { email: "ana@shop.example" })).toBeUndefined();
  expect(fetch).toHaveBeenCalledWith(
    "/v1/agent/sign-in",
    expect.objectContaining({ method: "POST", body: '{"email":"ana@shop.example"}' }),
  );
});

test("an answer without a body comes back as nothing, whatever its status", async () => {
  answering(async () => new Response("", { status: 202 }));

  expect(await askRelay("POST", "/v1/agent/mail/test")).toBeUndefined();
});

test("a refusal carries the code of its problem", async () => {
  const problem = { code: "already-assigned", title: "", status: 409 };

  expect(await refusal(async () => Response.json(problem, { status: 409 }))).toBe("already-assigned");
});

test("a proxy's error page counts by its status", async () => {
  expect(await refusal(async () => new Response("<h1>Bad gateway</h1>", { status: 502 }))).toBe("unreachable");
  expect(await refusal(async () => new Response("", { status: 401 }))).toBe("unauthorized");
  expect(await refusal(async () => new Response("", { status: 500 }))).toBe("internal");
});

test("no answer at all is said as such", async () => {
  expect(await refusal(async () => Promise.reject(new TypeError("Failed to fetch")))).toBe("unreachable");
});

test("a refusal carries the seconds to wait, where the relay named them", async () => {
  const refusedWith = (headers: HeadersInit) => {
    answering(async () => new Response("", { status: 429, headers }));
    return askRelay("POST", "/v1/agent/sign-in", {}).catch((error: unknown) => error);
  };

  expect(await refusedWith({ "retry-after": "240" })).toMatchObject({ reason: "too-fast", retryAfterS: 240 });
  expect(await refusedWith({ "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" })).toMatchObject({ retryAfterS: null });
  expect(await refusedWith({})).toMatchObject({ retryAfterS: null });
});
