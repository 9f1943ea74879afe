import type { ConversationSummary } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import { useMe } from "../line/use-me.ts";
import styles from "./composer.module.css";

/** Where an answer goes beside here, or that it does not because mail is off. */
export function MailHint({ row: { email, site } }: { row: ConversationSummary }) {
  const { sites } = useMe();
  if (email === null) return null;
  const mails = sites.find(({ key }) => key === site.key)?.state.mails ?? true;
  return <p className={styles.hint}>{t(mails ? "reach.alsoMailed" : "reach.mailOff", { email })}</p>;
}
