import type { Line } from "@shopbell/client";
import type { ConversationId } from "@shopbell/protocol/types";
import { render } from "preact";
import type { Handover, Say } from "../contract.ts";
import { App } from "./app.tsx";
import { adoptBell, type BellState } from "./bell.ts";
import { keepOf } from "./keep.ts";
import { adoptStyles } from "./styles.ts";
import type { Words } from "./words.ts";

type Callback = (count?: number) => void;

/** Takes over from the loader: draws the panel when it is wanted, and carries out what the page says. */
export function openCounter(handover: Handover, line: Line, words: Words): Say {
  const { face, relay, host, corner, bell } = handover;
  const shop = { face, relay, line, words, keep: keepOf(face.key) };
  const showBell = adoptBell(handover, words);
  const place = shop.keep.place();
  const callbacks = new Map<unknown, Callback[]>();
  const frame = document.createElement("div");
  let open = false;
  let unread = 0;
  let opener: Element | null = null;

  function emit(event: string, count?: number): void {
    // Later, so that a callback that throws does so in the page's own name.
    for (const callback of callbacks.get(event) ?? []) queueMicrotask(() => callback(count));
  }

  function onBell(state: BellState): void {
    showBell(state);
    if (state.unread !== unread) emit("unread", state.unread);
    unread = state.unread;
  }

  function draw(focus: boolean): void {
    const conversation = place.length > 1 ? (place as ConversationId) : null;
    const onClose = (): void => turn(false);
    render(<App {...{ shop, open, focus, onClose, onBell }} place={conversation} />, frame);
  }

  function turn(wish: boolean, focus = true): void {
    if (wish === open) return;
    open = wish;
    if (open) opener = document.activeElement;
    const focused = frame.contains(host.shadowRoot?.activeElement ?? null);
    draw(focus);
    if (focused) giveFocusBack();
    emit(open ? "open" : "close");
  }

  function giveFocusBack(): void {
    const to = bell.hidden && opener instanceof HTMLElement ? opener : bell;
    to.focus();
  }

  function hide(wish: boolean): void {
    corner.hidden = wish;
  }

  function destroy(): void {
    render(null, frame);
    line.stop();
    host.remove();
  }

  const commands: Record<string, (...rest: unknown[]) => void> = {
    open: () => turn(true),
    close: () => turn(false),
    toggle: () => turn(!open),
    show: () => hide(false),
    hide: () => hide(true),
    on: (event, callback) => callbacks.set(event, [...(callbacks.get(event) ?? []), callback as Callback]),
    destroy,
  };

  adoptStyles(host);
  frame.className = "frame";
  bell.before(frame);
  listenToKeys(corner, () => turn(false));
  draw(false);
  if (place) line.start();
  if (place > "0") turn(true, false);
  return (command, ...rest) => {
    const name = String(command);
    if (Object.hasOwn(commands, name)) commands[name]?.(...rest);
  };
}

/** What is typed here is not for the shop's own keyboard shortcuts; Escape closes the panel. */
function listenToKeys(corner: HTMLElement, onEscape: () => void): void {
  for (const type of ["keydown", "keypress", "keyup"])
    corner.addEventListener(type, (event) => event.stopPropagation());
  corner.addEventListener("keydown", ({ key, isComposing }) => {
    if (key === "Escape" && !isComposing) onEscape();
  });
}
