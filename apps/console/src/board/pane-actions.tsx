import type { ConversationSummary } from "@shopbell/protocol/types";
import { lazy, Suspense, useRef, useState } from "react";
import type { ConversationAction } from "../http/queries.ts";
import { useDesk } from "../line/desk.tsx";
import { useShortcuts } from "../shortcuts/use-shortcut.ts";
import atoms from "../ui/atoms.module.css";
import { ActionSigns } from "./action-signs.tsx";
import { possibleActions } from "./possible-actions.ts";
import { useConversationActions } from "./use-conversation-actions.ts";

const ActionsMenu = lazy(async () => ({ default: (await import("./actions-menu.tsx")).ActionsMenu }));
const SnoozeMenu = lazy(async () => ({ default: (await import("./snooze-menu.tsx")).SnoozeMenu }));

interface PaneActionsProps {
  row: ConversationSummary;
  phone: boolean;
  /** Its pane is the one that shortcuts are for. */
  current: boolean;
  onAside(): void;
}

/** What can be done with a conversation: signs in a pane's header, a menu on a phone. */
export function PaneActions({ row, phone, current, onAside }: PaneActionsProps) {
  const { me } = useDesk();
  const { act, pending } = useConversationActions(row);
  const ref = useRef<HTMLButtonElement>(null);
  // Null until it is wanted for the first time: its code is loaded then.
  const [snoozing, setSnoozing] = useState<boolean | null>(null);
  const onSnooze = row.state === "closed" ? undefined : () => setSnoozing(true);
  useShortcuts(current && onSnooze ? { snooze: onSnooze } : {});

  const actions = possibleActions(row, me.agent.id);
  const shared = { ref, row, actions, pending, onAct: (does: ConversationAction) => act({ does }), onSnooze };
  return (
    <>
      {phone ? (
        <Suspense fallback={<span className={atoms.iconButton} />}>
          <ActionsMenu {...shared} />
        </Suspense>
      ) : (
        <ActionSigns {...shared} onAside={onAside} />
      )}
      {snoozing !== null && (
        <Suspense>
          <SnoozeMenu
            anchor={ref}
            open={snoozing}
            onOpenChange={setSnoozing}
            onSnooze={(until) => act({ does: "snooze", until })}
          />
        </Suspense>
      )}
    </>
  );
}
