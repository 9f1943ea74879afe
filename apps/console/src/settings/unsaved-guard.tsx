import { useBlocker } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { AskDialog } from "./ask-dialog.tsx";
import { say } from "./words.ts";

/** Counts the forms on a page whose answers were changed and not taken over yet. */
const CountDrafts = createContext<(more: number) => void>(() => {});

interface UnsavedGuardProps {
  /** Something on the page itself is not saved. */
  unsaved: boolean;
  children: ReactNode;
}

/** Asks before unsaved changes are left behind: for another page, another shop, or a closed tab. */
export function UnsavedGuard({ unsaved, children }: UnsavedGuardProps) {
  const [drafts, setDrafts] = useState(0);
  const [countDrafts] = useState(() => (more: number) => setDrafts((count) => count + more));
  const guards = unsaved || drafts > 0;
  const leaving = useBlocker({
    disabled: !guards,
    enableBeforeUnload: guards,
    withResolver: true,
    shouldBlockFn: leavesIt,
  });
  return (
    <CountDrafts value={countDrafts}>
      {children}
      <AskDialog
        open={leaving.status === "blocked"}
        title={say("settings.unsaved")}
        what={say("settings.unsavedWhat")}
        yes={say("settings.leave")}
        no={say("settings.stay")}
        onAnswer={(yes) => (yes ? leaving.proceed?.() : leaving.reset?.())}
      />
    </CountDrafts>
  );
}

/** Has the guard around it know of a form whose answers are changed, for as long as it is open. */
export function useDraft(isChanged: boolean): void {
  const countDrafts = useContext(CountDrafts);
  useEffect(() => {
    const drafts = isChanged ? 1 : 0;
    countDrafts(drafts);
    return () => countDrafts(-drafts);
  }, [countDrafts, isChanged]);
}

interface Place {
  pathname: string;
  search: object;
}

/** Opening a conversation, and the like, changes the address too, and leaves nothing behind. */
function leavesIt({ current, next }: { current: Place; next: Place }): boolean {
  return current.pathname !== next.pathname || siteIn(current) !== siteIn(next);
}

function siteIn({ search }: Place): unknown {
  return "site" in search ? search.site : undefined;
}
