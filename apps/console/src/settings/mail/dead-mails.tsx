import type { DeadMail } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ago } from "../../format.ts";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { dropMail, mailQuery, retryMail } from "../../http/queries-settings.ts";
import { t } from "../../i18n.ts";
import { useRelayNow } from "../../line/relay-now.ts";
import atoms from "../../ui/atoms.module.css";
import { showToast } from "../../ui/toasts.tsx";
import { AskDialog } from "../ask-dialog.tsx";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import styles from "./mail-page.module.css";

const KINDS = {
  acknowledgement: say("dead.acknowledgement"),
  reply: say("dead.reply"),
  transcript: say("dead.transcript"),
  alert: say("dead.alert"),
  test: say("dead.test"),
} as const satisfies Record<DeadMail["kind"], string>;

interface DeadMailsProps {
  dead: readonly DeadMail[];
  readOnly: boolean;
}

/** Mails that were given up: each is tried again or dropped by somebody, never silently. */
export function DeadMails({ dead, readOnly }: DeadMailsProps) {
  return (
    <section className={sheet.sheet}>
      <h2>{say("dead.title")}</h2>
      <p className={sheet.note}>{say("dead.what")}</p>
      <ul className={styles.dead}>
        {dead.map((mail) => (
          <DeadLine key={mail.id} mail={mail} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  );
}

function DeadLine({ mail, readOnly }: { mail: DeadMail; readOnly: boolean }) {
  const { conversation } = mail;
  const now = useRelayNow(10_000);
  return (
    <li>
      <div>
        <b>{KINDS[mail.kind]}</b>{" "}
        {conversation && (
          <Link to="/" search={{ open: conversation.id }}>
            {say("dead.number", { number: conversation.number })}
          </Link>
        )}{" "}
        <span className={atoms.meta}>{ago(mail.at, now)}</span>
        <p className={sheet.note}>{mail.error}</p>
      </div>
      {!readOnly && <DeadActions id={mail.id} />}
    </li>
  );
}

function DeadActions({ id }: { id: string }) {
  const queries = useQueryClient();
  const [dropping, setDropping] = useState(false);
  const act = useMutation({
    mutationFn: (kind: "retry" | "drop") => (kind === "retry" ? retryMail(id) : dropMail(id)),
    onSuccess: (_, kind) => {
      showToast(say(kind === "retry" ? "dead.retried" : "dead.dropped"));
      return queries.invalidateQueries({ queryKey: mailQuery.queryKey });
    },
    onError: (error) => showToast(t("done.failed", { reason: refusalSentence(error) })),
  });
  return (
    <span className={sheet.row}>
      <button type="button" className={atoms.button} disabled={act.isPending} onClick={() => act.mutate("retry")}>
        {say("dead.retry")}
      </button>
      <button
        type="button"
        className={atoms.button}
        data-look="quiet"
        disabled={act.isPending}
        onClick={() => setDropping(true)}
      >
        {say("dead.drop")}
      </button>
      <AskDialog
        open={dropping}
        title={say("dead.dropTitle")}
        what={say("dead.dropWhat")}
        yes={say("dead.drop")}
        no={say("dead.keep")}
        onAnswer={(yes) => {
          setDropping(false);
          if (yes) act.mutate("drop");
        }}
      />
    </span>
  );
}
