import type { MailState } from "@shopbell/protocol/types";
import type { ReactNode } from "react";
import { ago } from "../../format.ts";
import { useRelayNow } from "../../line/relay-now.ts";
import sheet from "../sheet.module.css";
import { say } from "../words.ts";
import styles from "./mail-page.module.css";

type State = MailState["out"]["state"];

/** What to set where Shopbell is started: all of a group; of several groups any one. */
export const OUT_VARIABLES = [
  [
    { name: "SMTP_URL", what: say("mail.smtpUrl") },
    { name: "MAIL_FROM", what: say("mail.mailFrom") },
  ],
];
export const IN_VARIABLES = [
  [{ name: "IMAP_URL", what: say("mail.imapUrl") }],
  [{ name: "INBOUND_EMAIL_SECRET", what: say("mail.inboundSecret") }],
];

/** What each state means for visitors and for the shop. */
const MEANS = {
  out: {
    off: say("mail.outOff"),
    untested: say("mail.outUntested"),
    working: say("mail.outWorking"),
    failing: say("mail.outFailing"),
  },
  in: {
    off: say("mail.inOff"),
    untested: say("mail.inUntested"),
    working: say("mail.inWorking"),
    failing: say("mail.inFailing"),
  },
} as const satisfies Record<string, Record<State, string>>;

const STATES = {
  off: say("mail.off"),
  untested: say("mail.untested"),
  working: say("mail.working"),
  failing: say("mail.failing"),
} as const satisfies Record<State, string>;

interface MailSideProps {
  side: "out" | "in";
  state: MailState["out"];
  /** Path of the demo's mailbox; null where mail is real. */
  mailbox: string | null;
  variables: readonly (readonly { name: string; what: string }[])[];
  children: ReactNode;
}

/** Mail in one direction: its state, what that means, and what is to be set. */
export function MailSide({ side, state, mailbox, variables, children }: MailSideProps) {
  const now = useRelayNow(10_000);
  return (
    <section className={`${sheet.sheet} ${styles.side}`}>
      <div className={sheet.head}>
        <h2>{say(side === "out" ? "mail.out" : "mail.in")}</h2>
        <span className={styles.state} data-state={mailbox === null ? state.state : "demo"} role="status">
          {mailbox === null ? STATES[state.state] : say("mail.demo")}
        </span>
      </div>
      {state.address && <p>{say(side === "out" ? "mail.from" : "mail.to", { address: state.address })}</p>}
      {mailbox === null ? <p>{MEANS[side][state.state]}</p> : <InDemo side={side} mailbox={mailbox} />}
      {state.error && <p className={sheet.fault}>{say("mail.error", { error: state.error })}</p>}
      {state.testedAt !== null && (
        <p className={sheet.note}>{say("mail.testedAt", { ago: ago(state.testedAt, now) })}</p>
      )}
      {mailbox === null && state.state === "off" && <Variables groups={variables} />}
      {children}
    </section>
  );
}

function InDemo({ side, mailbox }: { side: "out" | "in"; mailbox: string }) {
  return (
    <>
      <p>{say(side === "out" ? "mail.demoOut" : "mail.demoIn")}</p>
      <a href={mailbox} target="_blank" rel="noopener">
        {say("mail.openMailbox")}
      </a>
    </>
  );
}

function Variables({ groups }: { groups: MailSideProps["variables"] }) {
  return (
    <div className={styles.variables}>
      <p>{say("mail.set")}</p>
      {groups.map((group, index) => (
        <div key={group.map(({ name }) => name).join()}>
          {index > 0 && <p>{say("mail.or")}</p>}
          <dl>
            {group.map(({ name, what }) => (
              <div key={name}>
                <dt>
                  <code dir="ltr">{name}</code>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
