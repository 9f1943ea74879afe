import { ANA } from "@shopbell/protocol/testing";
import type { Me } from "@shopbell/protocol/types";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { unfinishedTexts } from "../board/unfinished-texts.ts";
import { meQuery, snoozedQuery } from "../http/queries.ts";
import { DeskProvider } from "../line/desk.tsx";
import type { FakeLine } from "./fake-line.ts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export function aMe(changes: Partial<Me> = {}): Me {
  return {
    agent: ANA,
    email: "ana@shop.example",
    role: "owner",
    capacity: 5,
    mailAlerts: false,
    demo: false,
    sites: [],
    ...changes,
  };
}

/** Puts something on the page at the desk of an agent. Returns how to take it off again. */
export function renderAtDesk(
  line: FakeLine,
  element: ReactNode,
  { me = aMe(), queries = aQueryClient() } = {},
): () => void {
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(snoozedQuery.queryKey, { conversations: [], more: false });
  const desk = { me, line, clock: { now: () => 10_000 }, unfinished: unfinishedTexts(localStorage, ANA.id) };
  return renderWith(queries, <DeskProvider desk={desk}>{element}</DeskProvider>);
}

/** Puts something on the page. Returns how to take it off again. */
export function renderWith(queries: QueryClient, element: ReactNode): () => void {
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  act(() => root.render(<QueryClientProvider client={queries}>{element}</QueryClientProvider>));
  return () => {
    act(() => root.unmount());
    host.remove();
  };
}

export function aQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false } } });
}

/** The one element that a selector finds. */
export function the<Found extends Element = HTMLElement>(selector: string): Found {
  const found = document.querySelectorAll<Found>(selector);
  const [only] = found;
  if (!only || found.length !== 1) throw new Error(`${found.length} elements match ${selector}`);
  return only;
}

export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll("button")].find((each) => each.textContent.includes(name));
  if (!found) throw new Error(`there is no button "${name}"`);
  return found;
}

/** Types into a text box as a person does: React hears of it by the event, not by the property. */
export function typeInto(box: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value") ?? {};
  act(() => {
    set?.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export function press(element: Element, key: string, init: KeyboardEventInit = {}): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));
  });
}
