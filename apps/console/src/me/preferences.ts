import { deviceStorage } from "@shopbell/client";

const SOUND = "shopbell:console:sound";
const OFFER = "shopbell:console:notification-offer";
const SHORTCUTS = "shopbell:console:shortcuts";

const storage = deviceStorage();
/** What a full storage did not take. It holds until the page is loaded again. */
const unkept = new Map<string, string>();
const listeners = new Set<() => void>();

/** Whether this device rings. On until somebody turns it off. */
export function soundOn(): boolean {
  return chosen(SOUND) !== "off";
}

export function setSound(on: boolean): void {
  choose(SOUND, on ? "on" : "off");
}

/** Whether single keys are shortcuts on this device. On until somebody turns it off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  return chosen(SHORTCUTS) !== "off";
}

export function setShortcuts(on: boolean): void {
  choose(SHORTCUTS, on ? "on" : "off");
}

/** Whether the offer of notifications was declined on this device. */
export function offerDeclined(): boolean {
  return chosen(OFFER) === "declined";
}

export function declineOffer(): void {
  choose(OFFER, "declined");
}

/** Calls back when a preference changes, in this tab or another. Returns how to stop. */
export function onPreference(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

function chosen(key: string): string | null {
  return unkept.get(key) ?? storage.getItem(key);
}

function choose(key: string, value: string): void {
  try {
    storage.setItem(key, value);
    unkept.delete(key);
  } catch {
    unkept.set(key, value);
  }
  for (const listener of listeners) listener();
}
