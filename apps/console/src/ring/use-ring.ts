import type { RelayFrame } from "@shopbell/protocol/types";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { t } from "../i18n.ts";
import { visitorLabel } from "../inbox/row-words.ts";
import { useDesk } from "../line/desk.tsx";
import { soundOn } from "../me/preferences.ts";
import { armBell, strikeBell } from "./bell-sound.ts";
import { type Inbox, newlySpoken } from "./newly-spoken.ts";
import { notify } from "./notification.ts";
import { type RingingTab, ringingTab } from "./ringing-tab.ts";

/**
 * Rings when a visitor speaks to this agent: a sound, and a notification while the tab is hidden. Of several tabs one rings;
 * a screen reader is told in each, because it reads the one that is looked at.
 *
 * @param onOpen shows a conversation; called when its notification is pressed
 * @returns what a screen reader is to be told
 */
export function useRing(onOpen: (id: Inbox[keyof Inbox]["id"]) => void): string {
  const { line, me } = useDesk();
  const [announcement, setAnnouncement] = useState("");
  const tab = useRingingTab(me.agent.id);
  const open = useEffectEvent(onOpen);

  const ring = useEffectEvent((rows: readonly Inbox[keyof Inbox][]) => {
    const rings = tab.current?.rings ?? false;
    if (rings && soundOn()) strikeBell();
    for (const row of rows) {
      if (rings) notify(row, () => open(row.id));
      setAnnouncement(t("inbox.announce", { name: visitorLabel(row) }));
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

function useRingingTab(agentId: string): RefObject<RingingTab | null> {
  const tab = useRef<RingingTab>(null);
  useEffect(() => {
    const own = ringingTab(agentId, navigator.locks);
    tab.current = own;
    return own.leave;
  }, [agentId]);
  return tab;
}

function touchesInbox(frame: RelayFrame): boolean {
  return frame.type === "conversation.changed" || frame.type === "inbox.loaded";
}
