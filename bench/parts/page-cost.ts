import type { Browser, CDPSession, Page } from "playwright-core";
import { openBrowser } from "../../scripts/chromium.ts";
import { CORE, report, start, stop } from "../processes.ts";
import { median } from "../report/statistics.ts";
import type { Ready } from "../servers/under-test.ts";
import { EMBEDDED } from "../variants.ts";

/** What a page costs the visitor's browser, medians over all loads. */
export interface PageCost {
  scenario: Scenario;
  bytes: number;
  requests: number;
  scriptMs: number;
  blockingMs: number;
  longestTaskMs: number;
}

type Scenario = (typeof SCENARIOS)[number];
type Load = Omit<PageCost, "scenario">;

const SCENARIOS = ["page alone", "with the bell", "panel opened"] as const;

const SHOP_PAGE = "/men/alfama-low/";
const CPU_SLOWDOWN = 4;
/** How long a page must be left alone until nothing that it started is still running. */
const SETTLE_MS = 1_000;
/** A task counts as blocking by what it takes beyond this (web.dev/tbt); the browser reports only longer ones. */
const LONG_TASK_MS = 50;

/** What the bell costs a page of the demo shop. */
export async function measureShop(loads: number): Promise<{ browser: string; costs: PageCost[] }> {
  const server = start(EMBEDDED.script, CORE.server);
  try {
    const { port } = await report<Ready>(server);
    console.error(`pages: ${loads} loads, three ways`);
    return await measurePages(`http://127.0.0.1:${port}${SHOP_PAGE}`, loads);
  } finally {
    await stop(server);
  }
}

/** Loads a page many times in fresh contexts: without the bell, with it, and with its panel opened, in turns. */
async function measurePages(url: string, loads: number): Promise<{ browser: string; costs: PageCost[] }> {
  const browser = await openBrowser();
  try {
    const seen = new Map<Scenario, Load[]>(SCENARIOS.map((scenario) => [scenario, []]));
    for (let load = 0; load < loads; load += 1) {
      for (const scenario of SCENARIOS) seen.get(scenario)?.push(await loadOnce(browser, url, scenario));
    }
    const costs = SCENARIOS.map((scenario) => ({ scenario, ...medians(seen.get(scenario) ?? []) }));
    return { browser: `Chromium ${browser.version()}`, costs };
  } finally {
    await browser.close();
  }
}

async function loadOnce(browser: Browser, url: string, scenario: Scenario): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const traffic = await watchTraffic(cdp);
    await cdp.send("Performance.enable");
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    if (scenario === "page alone") await cdp.send("Network.setBlockedURLs", { urls: ["*/widget.js"] });
    await page.addInitScript(keepLongTasks);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(SETTLE_MS);
    if (scenario === "panel opened") await openPanel(page);
    return { ...traffic, ...(await tasks(page, cdp)) };
  } finally {
    await context.close();
  }
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Chat with/ }).click();
  await page.getByRole("dialog").waitFor();
  await page.waitForTimeout(SETTLE_MS);
}

/** Counts what is received from now on. What was blocked counts for nothing. */
async function watchTraffic(cdp: CDPSession): Promise<{ bytes: number; requests: number }> {
  const traffic = { bytes: 0, requests: 0 };
  await cdp.send("Network.enable");
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    traffic.requests += 1;
  });
  return traffic;
}

/** Runs in the page, before anything else does. */
function keepLongTasks(): void {
  const kept: number[] = [];
  Object.assign(globalThis, { longTasks: kept });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) kept.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
}

async function tasks(page: Page, cdp: CDPSession): Promise<Pick<Load, "scriptMs" | "blockingMs" | "longestTaskMs">> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  return {
    scriptMs: (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1_000,
    blockingMs: longTasks.reduce((sum, ms) => sum + ms - LONG_TASK_MS, 0),
    longestTaskMs: Math.max(0, ...longTasks),
  };
}

function medians(loads: readonly Load[]): Load {
  const of = (part: keyof Load) => median(loads.map((load) => load[part]));
  return {
    bytes: of("bytes"),
    requests: of("requests"),
    scriptMs: of("scriptMs"),
    blockingMs: of("blockingMs"),
    longestTaskMs: of("longestTaskMs"),
  };
}
