import { useSyncExternalStore } from "react";
import { useDesk } from "./desk.tsx";

const SECOND = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  for (const listener of listeners) listener();
}

/** One timer for all clocks on the screen, and none when there are none. */
function onEverySecond(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** A clock's time in whole steps of `stepMs`: a component is drawn again only when its step changes. */
export function useNow(clock: { now(): number }, stepMs: number = SECOND): number {
  return useSyncExternalStore(onEverySecond, () => Math.floor(clock.now() / stepMs) * stepMs);
}

/** The relay's time, in whole steps. */
export function useRelayNow(stepMs?: number): number {
  return useNow(useDesk().clock, stepMs);
}
