import type { ConversationSummary } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { mailQuery } from "../http/queries-settings.ts";
import { t } from "../i18n.ts";
import { useMe } from "../line/use-me.ts";
import styles from "./composer.module.css";

/** Where an answer goes beside here, and what it waits for where mail is not seen to work. */
export function MailHint({ row: { email, site } }: { row: ConversationSummary }) {
  const { sites } = useMe();
  const mails = sites.find(({ key }) => key === site.key)?.state.mails ?? true;
  const isOff = useMailIsOff(email !== null && !mails);
  if (email === null) return null;
  if (mails) return <p className={styles.hint}>{t("reach.alsoMailed", { email })}</p>;
  return <p className={styles.hint}>{t(isOff ? "reach.mailOff" : "reach.mailLater", { email })}</p>;
}

/** Whether mail is known not to be set up. Only owners are told. */
function useMailIsOff(isOfInterest: boolean): boolean {
  const enabled = useMe().role === "owner" && isOfInterest;
  const { data } = useQuery({ ...mailQuery, enabled, refetchInterval: false, staleTime: 60_000 });
  return data?.out.state === "off";
}
