import { Combobox } from "@base-ui/react/combobox";
import type { AnswerId, WrittenAnswer } from "@shopbell/protocol/types";
import { useId } from "react";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import { folded, textIn } from "../languages.ts";
import { say } from "../words.ts";
import styles from "./add-to-answer.module.css";

/** An answer by its question. */
export interface Choice {
  readonly id: AnswerId;
  readonly label: string;
}

interface AnswerComboboxProps {
  answers: readonly WrittenAnswer[];
  locale: string;
  onChoose(choice: Choice | null): void;
}

/** One of all answers, found by typing. */
export function AnswerCombobox({ answers, locale, onChoose }: AnswerComboboxProps) {
  const id = useId();
  const choices = answers.map((answer): Choice => ({ id: answer.id, label: textIn(answer, [locale])?.question ?? "" }));
  return (
    <Combobox.Root
      items={choices}
      itemToStringLabel={({ label }: Choice) => label}
      isItemEqualToValue={(one: Choice, other: Choice) => one.id === other.id}
      filter={({ label }: Choice, sought: string) => folded(label).includes(folded(sought))}
      onValueChange={onChoose}
    >
      <div className={sheet.field}>
        <label htmlFor={id}>{say("add.answer")}</label>
        <Combobox.Input id={id} className={`${sheet.input} ${styles.input}`} placeholder={say("add.search")} />
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className={styles.positioner} sideOffset={4}>
          <Combobox.Popup className={`${atoms.menu} ${styles.menu}`}>
            <Combobox.Empty className={styles.none}>{say("add.none")}</Combobox.Empty>
            <Combobox.List>
              {(choice: Choice) => (
                <Combobox.Item key={choice.id} value={choice} className={atoms.menuItem}>
                  <span dir="auto">{choice.label}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
