import type { ConversationId } from "@shopbell/protocol/types";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { openParamWith } from "../board/board-address.ts";
import { t } from "../i18n.ts";
import { waitingCount } from "../inbox/inbox-order.ts";
import { useCountWords } from "../inbox/use-count-words.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { useRing } from "../ring/use-ring.ts";
import { ShortcutsDialog } from "../shortcuts/shortcuts-dialog.tsx";
import { useShortcuts } from "../shortcuts/use-shortcut.ts";
import atoms from "../ui/atoms.module.css";
import { ConnectionBanner } from "./connection-banner.tsx";
import { Rail } from "./rail.tsx";
import styles from "./shell.module.css";

/** What is around every page of a signed-in agent: the rail, the banner, the ring, the shortcuts. */
export function Shell() {
  const { me } = useDesk();
  const navigate = useNavigate();
  const inbox = useLineState((state) => state.inbox);
  const countWords = useCountWords();
  const count = waitingCount(inbox, me.agent.id);
  const waiting = count > 0 ? countWords(count) : null;
  const [helpOpen, setHelpOpen] = useState(false);
  useShortcuts({ help: () => setHelpOpen(true) });
  useTitle(waiting);

  const announcement = useRing((id: ConversationId) => {
    navigate({ to: "/", search: (search) => ({ ...search, open: openParamWith(search.open, id) }) });
  });

  return (
    <div className={styles.shell}>
      <Rail waiting={waiting} onHelp={() => setHelpOpen(true)} />
      <div className={styles.main}>
        <ConnectionBanner />
        <div className={styles.page}>
          <Outlet />
        </div>
      </div>
      <ShortcutsDialog open={helpOpen} onOpenChange={setHelpOpen} />
      <p className={atoms.hidden} role="status">
        {announcement}
      </p>
    </div>
  );
}

/** What waits for this agent, said where it is seen while the tab is in the background. */
function useTitle(waiting: string | null): void {
  useEffect(() => {
    const title = t("app.name");
    document.title = waiting ? t("app.waitingTitle", { waiting, title }) : title;
  }, [waiting]);
}
