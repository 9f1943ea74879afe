import type { ConversationId } from "@shopbell/protocol/types";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { AwayBanner } from "../availability/away-banner.tsx";
import { useAvailability } from "../availability/use-availability.ts";
import { useAwayWhenIdle } from "../availability/use-away-when-idle.ts";
import { openParamWith } from "../board/board-address.ts";
import { t } from "../i18n.ts";
import { waitingCount } from "../inbox/inbox-order.ts";
import { useCountWords } from "../inbox/use-count-words.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { useRing } from "../ring/use-ring.ts";
import { useShortcuts } from "../shortcuts/use-shortcut.ts";
import atoms from "../ui/atoms.module.css";
import { showToast } from "../ui/toasts.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { Rail } from "./rail.tsx";
import styles from "./shell.module.css";

const ShortcutsDialog = lazy(async () => ({
  default: (await import("../shortcuts/shortcuts-dialog.tsx")).ShortcutsDialog,
}));

/** What is around every page of a signed-in agent: the rail, the banners, the ring, the shortcuts. */
export function Shell() {
  const { me } = useDesk();
  const navigate = useNavigate();
  const inbox = useLineState((state) => state.inbox);
  const countWords = useCountWords();
  const count = waitingCount(inbox, me.agent.id);
  const waiting = count > 0 ? countWords(count) : null;
  // Null until it is wanted for the first time: its code is loaded then.
  const [helpOpen, setHelpOpen] = useState<boolean | null>(null);
  useShortcuts({ help: () => setHelpOpen(true), availability: useToggledAvailability() });
  useAwayWhenIdle();
  useTitle(waiting);

  const announcement = useRing((id: ConversationId) => {
    navigate({ to: "/", search: (search) => ({ ...search, open: openParamWith(search.open, id) }) });
  });

  return (
    <div className={styles.shell}>
      <Rail waiting={waiting} onHelp={() => setHelpOpen(true)} />
      <div className={styles.main}>
        <ConnectionBanner />
        <AwayBanner />
        <div className={styles.page}>
          <Outlet />
        </div>
      </div>
      {helpOpen !== null && (
        <Suspense>
          <ShortcutsDialog open={helpOpen} onOpenChange={setHelpOpen} />
        </Suspense>
      )}
      <p className={atoms.hidden} role="status">
        {announcement}
      </p>
    </div>
  );
}

/** Steps away, or comes back, by a key: said in words, because the switch may be out of sight. */
function useToggledAvailability(): () => void {
  const { now, choose } = useAvailability();
  return () => {
    if (now === null) return;
    const next = now === "available" ? "away" : "available";
    choose(next);
    showToast(t(next === "available" ? "available.nowAvailable" : "available.nowAway"));
  };
}

/** What waits for this agent, said where it is seen while the tab is in the background. */
function useTitle(waiting: string | null): void {
  useEffect(() => {
    const title = t("app.name");
    document.title = waiting ? t("app.waitingTitle", { waiting, title }) : title;
  }, [waiting]);
}
