import { useEffect, useRef } from "react";
import { languageName } from "../../answers/languages.ts";
import { t } from "../../i18n.ts";
import atoms from "../../ui/atoms.module.css";
import type { AnswerChoice } from "./answer-choices.ts";
import styles from "./answer-menu.module.css";
import type { AnswerMenuState } from "./use-answer-menu.ts";

interface AnswerMenuProps {
  /** Of the list; its options are named after it. */
  id: string;
  menu: AnswerMenuState;
  onChoose(choice: AnswerChoice): void;
}

/** The answers that a slash leads to. The keyboard stays in the text box; the list is told what it does. */
export function AnswerMenu({ id, menu: { choices, active, note, point }, onChoose }: AnswerMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: "nearest" });
  }, [active]);

  const areMixed = new Set(choices.map(({ locale }) => locale)).size > 1;

  return (
    <>
      <p className={choices.length > 0 || note === null ? atoms.hidden : styles.note} role="status">
        {note ?? (choices.length > 0 && t("answers.found", { count: choices.length }))}
      </p>
      {choices.length > 0 && (
        <div ref={list} id={id} className={styles.list} role="listbox" aria-label={t("answers.label")}>
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text box that has the keyboard does it by Enter
            <div
              key={choice.id}
              id={optionId(id, index)}
              className={styles.option}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerMove={() => index === active || point(index)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
            >
              <span className={styles.words} lang={choice.locale}>
                <span className={atoms.clip}>{choice.question}</span>
                <span className={`${atoms.clip} ${atoms.meta}`}>{choice.excerpt}</span>
              </span>
              {areMixed && <span className={atoms.meta}>{languageName(choice.locale)}</span>}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
