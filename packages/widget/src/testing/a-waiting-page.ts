import type { LineState } from "@shopbell/client";
import { aConversationId, aMessage, aSiteState } from "@shopbell/protocol/testing";
import type { Entry, RequestCard, SiteState } from "@shopbell/protocol/types";
import { act, fireEvent, within } from "@testing-library/preact";
import { vi } from "vitest";
import { openCounter } from "../app/counter.ts";
import { wordsFor } from "../app/words.ts";
import type { Say } from "../contract.ts";
import { aHandover } from "./a-handover.ts";
import { aLine, knowing } from "./fake-line.ts";

export const ID = aConversationId();
export const TICKET: RequestCard = {
  number: 1042,
  email: "haruka@mail.example",
  phone: null,
  callAt: null,
  answersBy: new Date(2046, 0, 2, 11).getTime(),
  link: "/r/1042-abcdefghijklmnopqrstuvwxyz",
};
let say: Say | undefined;

export function asked(): Entry {
  return aMessage({ at: Date.now() });
}

/** The conversation of somebody who wrote to a shop where nobody is. */
export async function aWaitingPage(
  site: Partial<SiteState>,
  changes: Partial<LineState> = {},
  entries: Entry[] = [asked()],
) {
  localStorage.setItem("shopbell:lisboa:open", `1${ID}`);
  const handover = aHandover();
  const line = aLine({
    ...knowing(ID, { entries }),
    site: aSiteState({ availability: "closed", ...site }),
    ...changes,
  });
  act(() => {
    say = openCounter(handover, line, wordsFor(["en-GB"], "ltr"));
  });
  await vi.dynamicImportSettled();
  act(() => line.know({}));
  const root = handover.bell.getRootNode() as ShadowRoot;
  const panel = within(root.querySelector<HTMLElement>(".sb") as HTMLElement);
  const type = (label: string, value: string) => fireEvent.input(panel.getByLabelText(label), { target: { value } });
  const press = (name: string | RegExp) => fireEvent.click(panel.getByRole("button", { name }));
  return {
    ...handover,
    line,
    panel,
    root,
    type,
    press,
    close: () => act(() => say?.("close")),
    requested: () => line.asked.filter(([name]) => name === "request"),
  };
}

/** For the shop's next page: what is kept on the device stays. */
export function turnPage(): void {
  act(() => say?.("destroy"));
  say = undefined;
}

/** For the end of a test. */
export function leavePage(): void {
  turnPage();
  localStorage.clear();
}
