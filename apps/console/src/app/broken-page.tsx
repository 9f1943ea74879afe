import type { ErrorComponentProps } from "@tanstack/react-router";
import { Link } from "@tanstack/react-router";
import { problemSentence } from "../http/problem-sentence.ts";
import { Refused } from "../http/relay-http.ts";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { Door } from "./door.tsx";

/** What is shown where a page could not be: what happened, what was kept, what to do. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const refused = error instanceof Refused;
  if (!refused) console.error(error);
  return (
    <Door title={t("app.broken")} what={refused ? problemSentence(error.reason) : t("app.brokenWhat")}>
      <button type="button" className={atoms.button} data-look="main" onClick={() => location.reload()}>
        {t("app.reload")}
      </button>
    </Door>
  );
}

export function NotFoundPage() {
  return (
    <Door title={t("app.notFound")}>
      <Link to="/" className={atoms.button}>
        {t("app.toInbox")}
      </Link>
    </Door>
  );
}
