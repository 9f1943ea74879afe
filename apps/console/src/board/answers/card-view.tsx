import type { AnswerCard } from "@shopbell/protocol/types";
import { t } from "../../i18n.ts";
import { Icon } from "../../ui/icons.tsx";
import styles from "./card-view.module.css";

/** An answer as it lies in a conversation. */
export function CardView({ card: { locale, question, excerpt, link } }: { card: AnswerCard }) {
  return (
    <div className={styles.card}>
      <span className={styles.from}>
        <Icon name="book" size="s" />
        {t("answers.card")}
      </span>
      <b lang={locale}>{question}</b>
      <p lang={locale}>{excerpt}</p>
      <a href={link} target="_blank" rel="noopener">
        {t("answers.read")}
      </a>
    </div>
  );
}

/** Whether a text says nothing beside its card: the question, and where it is answered. */
export function saysTheCard(text: string, { question }: AnswerCard): boolean {
  const [first, address = "", ...more] = text.split("\n");
  return first === question && URL.canParse(address) && more.length === 0;
}
