import type { ConversationSummary } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { givenName, visitorLabel } from "./row-words.ts";
import styles from "./visitor-name.module.css";

/** A visitor's name or address. One without either is a visitor, and the conversation's number stands beside it. */
export function VisitorName({ row }: { row: Pick<ConversationSummary, "visitor" | "email" | "number"> }) {
  const name = givenName(row);
  if (name !== null) return name;
  return (
    <>
      <span aria-hidden="true">
        {t("inbox.visitor")} <span className={styles.number}>{t("inbox.number", { number: row.number })}</span>
      </span>
      <span className={atoms.hidden}>{visitorLabel(row)}</span>
    </>
  );
}
