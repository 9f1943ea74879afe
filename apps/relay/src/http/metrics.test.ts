import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { openAgent, openVisitor, startRelay, type TestRelay } from "../testing/index.ts";

const TOKEN = "a token for the watchman";

let relay: TestRelay | undefined;
afterEach(() => relay?.stop());

async function measured(): Promise<TestRelay> {
  relay = await startRelay({ env: { METRICS_TOKEN: TOKEN } });
  return relay;
}

function scrape({ url }: TestRelay, authorization?: string): Promise<Response> {
  return fetch(`${url}/metrics`, { headers: authorization === undefined ? {} : { authorization } });
}

test("without a token in the settings there is nothing at that address", async () => {
  relay = await startRelay();

  expect((await scrape(relay, "Bearer ")).status).toBe(404);
});

test.each([undefined, "Bearer", "Bearer wrong", TOKEN, `bearer ${TOKEN} `])(
  "%s does not show the metrics",
  async (sent) => {
    const answer = await scrape(await measured(), sent);

    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(await answer.text()).not.toContain("shopbell_");
  },
);

test("who shows the token reads what there is, and what the process is like", async () => {
  const watched = await measured();
  await openVisitor(watched);
  await openAgent(watched);
  watched.parts.context.counters.gapsFound.jump += 2;

  const text = await (await scrape(watched, `Bearer ${TOKEN}`)).text();
  const again = await (await scrape(watched, `Bearer ${TOKEN}`)).text();

  expect(text).toContain('shopbell_connections{kind="visitor",over="socket"} 1');
  expect(text).toContain('shopbell_connections{kind="agent",over="socket"} 1');
  expect(text).toContain('shopbell_connections{kind="agent",over="poll"} 0');
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  expect(again).toContain('shopbell_gaps_found_total{layer="jump"} 2');
});

test("docs/self-hosting.md names every metric, and none that does not exist", async () => {
  const text = await (await scrape(await measured(), `Bearer ${TOKEN}`)).text();
  const existing = [...text.matchAll(/^# TYPE (shopbell_\w+)/gm)].map(([, name]) => name);

  const guide = readFileSync(new URL("../../../../docs/self-hosting.md", import.meta.url), "utf8");
  const documented = [...guide.matchAll(/^\| `(shopbell_\w+)/gm)].map(([, name]) => name);

  expect(documented.toSorted()).toEqual(existing.toSorted());
});
