// @vitest-environment happy-dom
import { aSiteState } from "@shopbell/protocol/testing";
import type { SiteCard } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aFakeLine, aMember } from "../testing/fake-line.ts";
import { aMe, aQueryClient, button, renderAtDesk, the } from "../testing/render.tsx";
import { EmptyInbox } from "./empty-inbox.tsx";

let remove: () => void;
beforeEach(() => void vi.stubGlobal("fetch", () => Promise.withResolvers().promise));
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

function aSite(name: string, changes: Partial<SiteCard> = {}): SiteCard {
  return { key: name, name, origins: [], snippet: "", seenAt: 1_000, seenOn: null, state: aSiteState(), ...changes };
}

function show(sites: SiteCard[], availability: "available" | "away" = "available") {
  const line = aFakeLine({ team: [aMember({ availability })] });
  remove = renderAtDesk(line, <EmptyInbox tab="mine" onQueue={vi.fn()} />, { me: aMe({ sites }) });
  return line;
}

test("an empty inbox says what the bell says now", () => {
  show([aSite("Lisboa Shoes", { state: aSiteState({ availability: "available" }) })]);

  expect(document.body.textContent).toContain("The bell says “available now”.");
  expect(document.body.textContent).not.toContain("Be available");
});

test("of several shops it says which bell says what", () => {
  show([aSite("Lisboa Shoes", { state: aSiteState({ availability: "available" }) }), aSite("Atelier")]);

  expect(document.body.textContent).toContain("Lisboa Shoes: The bell says “available now”.");
  expect(document.body.textContent).toContain("Atelier: The bell says that nobody is at the counter just now.");
});

test("of a bell that was never seen nothing is claimed", () => {
  show([aSite("Lisboa Shoes", { seenAt: null, snippet: "<script>" })]);

  expect(document.body.textContent).toContain("not seen yet");
  expect(document.body.textContent).not.toContain("It says");
});

test("who is away is offered to come back", () => {
  const line = show([aSite("Lisboa Shoes")], "away");

  act(() => button("Be available").click());

  expect(line.calls).toContain("availability available");
});

test("what the bell says is asked anew as soon as somebody comes", async () => {
  const came = aSite("Lisboa Shoes", { state: aSiteState({ availability: "available" }) });
  const line = show([aSite("Lisboa Shoes")], "away");
  expect(document.body.textContent).toContain("nobody is at the counter");

  vi.stubGlobal("fetch", async () => Response.json(aMe({ sites: [came] })));
  await act(async () => line.become({ team: [aMember()] }));

  await act(() => vi.waitFor(() => expect(document.body.textContent).toContain("The bell says “available now”.")));
});

test("so it is when the first to come is oneself, of whom only the welcome tells", async () => {
  const asked = vi.fn(async () => Response.json(aMe()));
  vi.stubGlobal("fetch", asked);
  const line = aFakeLine({ team: [] });
  const queries = aQueryClient();
  queries.setDefaultOptions({ queries: { retry: false, refetchOnMount: false } });
  remove = renderAtDesk(line, <EmptyInbox tab="mine" onQueue={vi.fn()} />, { queries });
  expect(asked).not.toHaveBeenCalled();

  await act(async () => line.become({ team: [aMember()] }));

  expect(asked).toHaveBeenCalledWith("/v1/agent/me", expect.anything());
});

test("in the demo it says where mail lies", async () => {
  const answers: Record<string, unknown> = {
    "/v1/agent/me": aMe({ demo: true }),
    "/v1/agent/mail": { mailbox: "/demo/mailbox" },
  };
  vi.stubGlobal("fetch", async (path: string) => Response.json(answers[path]));
  remove = renderAtDesk(aFakeLine(), <EmptyInbox tab="mine" onQueue={vi.fn()} />, { me: aMe({ demo: true }) });

  await act(() => vi.waitFor(() => expect(the("a[href='/demo/mailbox']").textContent).toContain("this machine")));
});
