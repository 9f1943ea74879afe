import { languageName } from "../../answers/languages.ts";
import { t } from "../../i18n.ts";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import type { AnswerChoice } from "./answer-choices.ts";
import styles from "./chosen-card.module.css";

interface ChosenCardProps {
  card: AnswerChoice;
  onRemove(): void;
}

/** The answer that goes along with what is being written. */
export function ChosenCard({ card, onRemove }: ChosenCardProps) {
  return (
    <div className={styles.card} role="status">
      <Icon name="book" size="s" />
      <span className={styles.words}>
        <b className={atoms.clip} lang={card.locale}>
          {card.question}
        </b>
        <span className={atoms.clip} lang={card.locale}>
          {card.excerpt}
        </span>
        <span>{t("answers.asCard", { language: languageName(card.locale) })}</span>
      </span>
      <button
        type="button"
        className={atoms.iconButton}
        aria-label={t("answers.remove", { question: card.question })}
        onClick={onRemove}
      >
        <Icon name="close" size="s" />
      </button>
    </div>
  );
}
