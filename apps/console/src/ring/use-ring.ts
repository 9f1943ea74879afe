import type { RelayFrame } from "@shopbell/protocol/types";
import { useEffect, useEffectEvent, useState } from "react";
import { t } from "../i18n.ts";
import { visitorName } from "../inbox/row-words.ts";
import { useDesk } from "../line/desk.tsx";
import { armBell, strikeBell } from "./bell-sound.ts";
import { type Inbox, newlySpoken } from "./newly-spoken.ts";
import { notify } from "./notification.ts";
import { soundOn } from "./preferences.ts";

/**
 * Rings when a visitor speaks to this agent: a sound, and a notification while the tab is hidden.
 *
 * @param onOpen shows a conversation; called when its notification is pressed
 * @returns what a screen reader is to be told
 */
export function useRing(onOpen: (id: Inbox[keyof Inbox]["id"]) => void): string {
  const { line, me } = useDesk();
  const [announcement, setAnnouncement] = useState("");
  const open = useEffectEvent(onOpen);

  const ring = useEffectEvent((rows: readonly Inbox[keyof Inbox][]) => {
    if (soundOn()) strikeBell();
    for (const row of rows) {
      notify(row, () => open(row.id));
      setAnnouncement(t("inbox.announce", { name: visitorName(row) }));
    }
  });

  useEffect(armBell, []);
  useEffect(() => {
    let before: Inbox | null = line.state.inboxLoaded ? line.state.inbox : null;
    return line.onFrame((frame) => {
      if (!touchesInbox(frame)) return;
      const after = line.state.inbox;
      // What waited before this console was opened does not ring when it is first listed.
      const rows = before === null ? [] : newlySpoken(before, after, me.agent.id);
      before = line.state.inboxLoaded ? after : before;
      if (rows.length > 0) ring(rows);
    });
  }, [line, me.agent.id]);

  return announcement;
}

function touchesInbox(frame: RelayFrame): boolean {
  return frame.type === "conversation.changed" || frame.type === "inbox.loaded";
}
