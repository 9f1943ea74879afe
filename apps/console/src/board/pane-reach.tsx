import type { ConversationSummary } from "@shopbell/protocol/types";
import { phoneWords } from "../format.ts";
import { t } from "../i18n.ts";
import { comingStamp } from "../inbox/coming-stamp.ts";
import { promiseFor } from "../inbox/whose-turn.ts";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import styles from "./pane-reach.module.css";

/** Names of days change at midnight, not sooner. */
const DAY_STEP_MS = 60_000;

/** Where else the visitor can be reached: an address to write to, a number to call, and from when on. And what they were promised. */
export function PaneReach({ row }: { row: ConversationSummary }) {
  const { email, phone, callAt } = row;
  const now = useRelayNow(DAY_STEP_MS);
  const promisedAt = promiseFor(row);
  if (email === null && phone === null && promisedAt === null) return null;
  return (
    <p className={styles.reach}>
      {email !== null && (
        <a className={styles.way} href={mailLink(email)} title={t("reach.write", { email })}>
          <Icon name="email" size="s" />
          <span className={atoms.clip}>{email}</span>
        </a>
      )}
      {phone !== null && (
        <a className={styles.way} href={`tel:${phone}`} title={t("reach.call", { phone: phoneWords(phone) })}>
          <Icon name="callback" size="s" />
          <bdi dir="ltr">{phone}</bdi>
        </a>
      )}
      {phone !== null && callAt !== null && <span>{t("reach.callAt", { when: comingStamp(callAt, now) })}</span>}
      {promisedAt !== null && <span>{t("reach.promised", { when: comingStamp(promisedAt, now) })}</span>}
    </p>
  );
}

/** Nothing in an address may be taken for the subject or the body of the letter. */
function mailLink(email: string): string {
  return `mailto:${encodeURIComponent(email).replace("%40", "@")}`;
}
