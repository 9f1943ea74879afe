import type { ConversationSummary } from "@shopbell/protocol/types";
import { lastWords, visitorTitle } from "../inbox/row-words.ts";

/** Null until it was tried. Chrome on Android has the constructor and throws from it: only a service worker may notify there. */
let constructible: boolean | null = null;

/** What this browser allows: `unsupported` where a page cannot show notifications (iOS outside of an installed app, Android). */
export function notificationPermission(): NotificationPermission | "unsupported" {
  if (!("Notification" in window)) return "unsupported";
  // Without permission nothing is shown, so that trying disturbs nobody.
  if (constructible === null && Notification.permission !== "granted") construct("");
  return constructible === false ? "unsupported" : Notification.permission;
}

/** Shows a notification while the tab is hidden and notifications are allowed. One per conversation: the newest replaces. */
export function notify(row: ConversationSummary, onPress: () => void): void {
  if (document.visibilityState === "visible" || notificationPermission() !== "granted") return;
  const body = lastWords(row.lastMessage, "");
  const shown = construct(visitorTitle(row), { body, tag: row.id, icon: "/console/bell.svg" });
  if (shown === null) return;
  shown.onclick = () => {
    window.focus();
    shown.close();
    onPress();
  };
}

function construct(title: string, options?: NotificationOptions): Notification | null {
  try {
    const made = new Notification(title, options);
    constructible = true;
    return made;
  } catch {
    constructible = false;
    return null;
  }
}
