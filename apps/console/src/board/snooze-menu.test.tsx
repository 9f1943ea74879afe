// @vitest-environment happy-dom
import { ANA, aSummary } from "@shopbell/protocol/testing";
import type { ConversationSummary } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { button, press, renderAtDesk, the, typeInto } from "../testing/render.tsx";
// Its code is here before a test wishes for it.
import "./snooze-menu.tsx";
import { PaneActions } from "./pane-actions.tsx";
import { boxValue } from "./snooze-choices.ts";

const ROW = aSummary({ assignee: ANA });
const fetch = vi.fn(async () => new Response(null, { status: 204 }));
let remove: () => void;

beforeEach(() => {
  fetch.mockClear();
  vi.stubGlobal("fetch", fetch);
});
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

function show(row: ConversationSummary = ROW, current = true) {
  remove = renderAtDesk(aFakeLine(), <PaneActions row={row} phone={false} current={current} onAside={vi.fn()} />);
}

function item(words: string) {
  const found = [...document.querySelectorAll<HTMLElement>("[role=menuitem]")];
  return found.find((each) => each.textContent.startsWith(words));
}

/** What is there once the menu's code is: a part that was suspended is drawn at the end of an act. */
function shown<Found>(find: () => Found | null | undefined): Promise<Found> {
  return vi.waitFor(async () => {
    await act(async () => undefined);
    return find() ?? Promise.reject(new Error("not there yet"));
  });
}

/** Does something that the relay is asked for, and waits for its answer to be shown. */
function done(deed: () => void): Promise<void> {
  return act(async () => deed());
}

test("a key opens the choices of the current pane, and one of them asks the relay", async () => {
  show();
  press(document.body, "s");

  const hour = await shown(() => item("In one hour"));
  await done(() => hour.click());

  await vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce());
  expect(fetch).toHaveBeenCalledWith(
    `/v1/agent/conversations/${ROW.id}/snooze`,
    expect.objectContaining({ body: JSON.stringify({ until: 10_000 + 3_600_000 }) }),
  );
});

test("any other time is picked in a box, and one that has passed is not taken", async () => {
  show();
  act(() => the("[aria-label=Snooze]").click());
  const pick = await shown(() => item("Pick a day"));
  act(() => pick.click());
  const box = await shown(() => document.querySelector<HTMLInputElement>("[type=datetime-local]"));

  typeInto(box, "1960-01-01T09:00");
  act(() => box.form?.requestSubmit());
  expect(the("[role=dialog]").textContent).toContain("Choose a time to come");
  expect(fetch).not.toHaveBeenCalled();

  const until = new Date(1970, 5, 1, 9).getTime();
  typeInto(box, boxValue(until));
  await done(() => box.form?.requestSubmit());
  await vi.waitFor(() =>
    expect(fetch).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ body: JSON.stringify({ until }) })),
  );
});

test("the key is the current pane's alone, and a closed conversation cannot be put off", () => {
  show(ROW, false);
  press(document.body, "s");
  expect(document.querySelector("[role=menu]")).toBeNull();
  remove();

  show(aSummary({ state: "closed" }));
  expect(document.querySelector("[aria-label=Snooze]")).toBeNull();
});

test("what sleeps can be woken", async () => {
  show(aSummary({ state: "snoozed", snoozedUntil: 20_000 }));

  await done(() => button("Wake").click());

  await vi.waitFor(() =>
    expect(fetch).toHaveBeenCalledWith(`/v1/agent/conversations/${ROW.id}/reopen`, expect.anything()),
  );
});
