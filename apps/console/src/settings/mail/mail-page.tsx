import type { MailState } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { mailQuery } from "../../http/queries-settings.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { SettingsPage } from "../settings-page.tsx";
import sheet from "../sheet.module.css";
import { useIsOwner } from "../site-choice.ts";
import { say } from "../words.ts";
import { DeadMails } from "./dead-mails.tsx";
import styles from "./mail-page.module.css";
import { IN_VARIABLES, MailSide, OUT_VARIABLES } from "./mail-side.tsx";
import { TestMail } from "./test-mail.tsx";

/** Whether mail goes out and comes in, what it costs where it does not, and what could not be delivered. */
export function MailPage() {
  const query = useQuery(mailQuery);
  return (
    <SettingsPage title={say("mail.title")} what={say("mail.what")}>
      {query.data ? <Mail mail={query.data} /> : <NotLoaded query={query} />}
    </SettingsPage>
  );
}

function Mail({ mail }: { mail: MailState }) {
  const isOwner = useIsOwner();
  const isTestable = mail.mailbox === null && mail.out.state !== "off";
  const via = mail.in.via && say(mail.in.via === "imap" ? "mail.imap" : "mail.webhook");
  return (
    <div className={styles.parts}>
      <MailSide side="out" state={mail.out} mailbox={mail.mailbox} variables={OUT_VARIABLES}>
        {mail.waiting > 0 && <p>{say("mail.waiting", { count: mail.waiting })}</p>}
        {isOwner && isTestable && <TestMail testedAt={mail.out.testedAt} />}
      </MailSide>
      <MailSide side="in" state={mail.in} mailbox={mail.mailbox} variables={IN_VARIABLES}>
        {via && <p className={sheet.note}>{via}</p>}
      </MailSide>
      {mail.dead.length > 0 && <DeadMails dead={mail.dead} readOnly={!isOwner} />}
    </div>
  );
}
