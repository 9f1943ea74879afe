const SOUND = "shopbell:console:sound";
const OFFER = "shopbell:console:notification-offer";

const listeners = new Set<() => void>();

/** Whether this device rings. On until somebody turns it off. */
export function soundOn(): boolean {
  return localStorage.getItem(SOUND) !== "off";
}

export function setSound(on: boolean): void {
  localStorage.setItem(SOUND, on ? "on" : "off");
  for (const listener of listeners) listener();
}

/** Whether the offer of notifications was declined on this device. */
export function offerDeclined(): boolean {
  return localStorage.getItem(OFFER) === "declined";
}

export function declineOffer(): void {
  localStorage.setItem(OFFER, "declined");
  for (const listener of listeners) listener();
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
