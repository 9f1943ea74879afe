import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Door } from "../app/door.tsx";
import { AllowedLine } from "../bell/allowed-line.tsx";
import { SeenLine } from "../bell/seen-line.tsx";
import { Snippet } from "../bell/snippet.tsx";
import { refusalSentence } from "../http/problem-sentence.ts";
import { freshMeQuery, setupQuery } from "../http/queries.ts";
import { t } from "../i18n.ts";
import { useNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import form from "../ui/form.module.css";
import { SetUpForm } from "./set-up-form.tsx";

/** The one-time link of a new installation: the first owner, and the first shop. */
export function SetUpPage() {
  const token = useLocation({ select: (location) => location.hash });
  const setup = useQuery(setupQuery);
  const navigate = useNavigate();
  const [stage, setStage] = useState<"asking" | "used" | "ready">("asking");

  if (stage === "ready") return <ReadyPage />;
  if (stage === "used" || setup.data?.needed === false) return <UsedLink />;
  if (token === "") return <Door title={t("setup.noTokenTitle")} what={t("setup.noTokenWhat")} />;
  if (setup.isLoadingError) {
    return (
      <Door title={t("setup.title")}>
        <p className={form.problem}>{refusalSentence(setup.error)}</p>
        <button type="button" className={atoms.button} onClick={() => setup.refetch()}>
          {t("thread.tryAgain")}
        </button>
      </Door>
    );
  }
  if (!setup.data) return <Door title={t("setup.title")} what={t("setup.checking")} />;
  return (
    <Door title={t("setup.title")} what={t("setup.what")}>
      <SetUpForm
        token={token}
        needsShop={setup.data.needsShop}
        onDone={() => (setup.data.needsShop ? setStage("ready") : navigate({ to: "/", replace: true }))}
        onUsed={() => setStage("used")}
      />
    </Door>
  );
}

function UsedLink() {
  return (
    <Door title={t("setup.doneTitle")} what={t("setup.doneWhat")}>
      <Link to="/sign-in" className={atoms.button}>
        {t("setup.signIn")}
      </Link>
    </Door>
  );
}

/** The line to paste, until it was pasted: the first visit shows at once. */
function ReadyPage() {
  const site = useQuery(freshMeQuery).data?.sites[0];
  const now = useNow(Date);
  return (
    <Door title={t("setup.readyTitle")} {...(site && { what: t("setup.readyWhat", { shop: site.name }) })}>
      {site && <Snippet text={site.snippet} />}
      {site && <AllowedLine site={site} />}
      {site && <SeenLine site={site} now={now} />}
      <Link to="/" className={atoms.button} data-look="main">
        {t("setup.toInbox")}
      </Link>
    </Door>
  );
}
