import { aSiteState } from "@shopbell/protocol/testing";
import type { Me, SiteCard } from "@shopbell/protocol/types";
import { RouterProvider } from "@tanstack/react-router";
import { act } from "react";
import { vi } from "vitest";
import { consoleRouter } from "../app/router.tsx";
import { lineOf } from "../line/opened-lines.ts";
import { aFakeLine } from "./fake-line.ts";
import { aMe, aQueryClient, renderWith } from "./render.tsx";

const PREVIEW = { availability: "away", opensAt: null, closesAt: null, answersBy: null, exception: null };

/** What the relay of a test answers to `GET /path` and the like. */
type Answers = Record<string, () => unknown>;

/** What the relay was asked to do, in order. */
type Sent = { asked: string; body: unknown }[];

let remove = () => {};

export function aSite(key: string, name: string): SiteCard {
  return { key, name, origins: [], snippet: "", seenAt: null, seenOn: null, state: aSiteState() };
}

/**
 * Opens an address of the console, with a relay that answers as given, else 204, or not yet where something is read. The test mocks `opened-lines.ts`.
 *
 * @returns what is sent from then on
 */
export async function visit(address: string, answers: Answers, me: Partial<Me> = {}): Promise<Sent> {
  const sent: Sent = [];
  const sites = [aSite("lisboa-shoes", "Lisboa Shoes"), aSite("porto-hats", "Porto Hats")];
  const all: Answers = {
    "GET /v1/agent/me": () => aMe({ sites, ...me }),
    "POST /v1/agent/sites/lisboa-shoes/preview": () => PREVIEW,
    ...answers,
  };
  vi.stubGlobal("fetch", async (path: string, { method, body }: { method: string; body?: string }) => {
    const asked = `${method} ${path}`;
    if (method !== "GET") sent.push({ asked, body: body && JSON.parse(body) });
    const answer = all[asked]?.();
    if (answer instanceof Response) return answer;
    if (answer !== undefined) return Response.json(answer);
    return method === "GET" ? Promise.withResolvers().promise : new Response(null, { status: 204 });
  });
  vi.mocked(lineOf).mockReturnValue({
    line: aFakeLine(),
    clock: { now: () => Date.UTC(2026, 10, 22) },
    unfinished: { read: () => "", write: vi.fn() },
  });
  history.replaceState({}, "", address);
  const queries = aQueryClient();
  remove = renderWith(queries, <RouterProvider router={consoleRouter(queries)} />);
  return sent;
}

/** Takes the console off the page again. */
export function leave(): void {
  remove();
  vi.unstubAllGlobals();
}

export function settled(expectation: () => void) {
  return act(() => vi.waitFor(expectation, { timeout: 5_000 }));
}

/** Clicks, and lets what it began in the same breath come to the page. */
export async function click(element: HTMLElement) {
  await act(async () => element.click());
}

export async function choose(select: HTMLSelectElement, value: string) {
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
