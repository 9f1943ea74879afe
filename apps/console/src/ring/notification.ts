import type { ConversationSummary } from "@shopbell/protocol/types";
import { lastWords, visitorName } from "../inbox/row-words.ts";

/** What this browser allows: `unsupported` where it has no notifications at all (iOS outside of an installed app). */
export function notificationPermission(): NotificationPermission | "unsupported" {
  return "Notification" in window ? Notification.permission : "unsupported";
}

/** Shows a notification while the tab is hidden and notifications are allowed. One per conversation: the newest replaces. */
export function notify(row: ConversationSummary, onPress: () => void): void {
  if (document.visibilityState === "visible" || notificationPermission() !== "granted") return;
  const body = lastWords(row.lastEntry, "");
  const shown = new Notification(visitorName(row), { body, tag: row.id, icon: "/console/bell.svg" });
  shown.onclick = () => {
    window.focus();
    shown.close();
    onPress();
  };
}
