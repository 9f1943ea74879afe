import { useBlocker } from "@tanstack/react-router";
import { AskDialog } from "./ask-dialog.tsx";
import { say } from "./words.ts";

/** Asks before unsaved changes are left behind: for another page, another shop, or a closed tab. */
export function UnsavedGuard({ unsaved }: { unsaved: boolean }) {
  const leaving = useBlocker({
    disabled: !unsaved,
    enableBeforeUnload: unsaved,
    withResolver: true,
    shouldBlockFn: leavesIt,
  });
  return (
    <AskDialog
      open={leaving.status === "blocked"}
      title={say("settings.unsaved")}
      what={say("settings.unsavedWhat")}
      yes={say("settings.leave")}
      no={say("settings.stay")}
      onAnswer={(yes) => (yes ? leaving.proceed?.() : leaving.reset?.())}
    />
  );
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
