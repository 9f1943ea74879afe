import type { AnswerId } from "@shopbell/protocol/types";
import sheet from "../../settings/sheet.module.css";
import { Icon } from "../../ui/icons.tsx";
import { CATEGORY_ICONS } from "../category-icons.ts";
import { nameIn } from "../languages.ts";
import { say } from "../words.ts";
import styles from "./answer-group.module.css";
import { AnswerRow } from "./answer-row.tsx";
import { type Group, moved } from "./groups.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

interface AnswerGroupProps {
  group: Group;
  locales: readonly string[];
  /** All ids in their order, and how they get another; null while only some are shown. */
  order: { ids: readonly AnswerId[]; become(ids: readonly AnswerId[]): void } | null;
}

/** The answers of a category. */
export function AnswerGroup({ group: { category, answers }, locales, order }: AnswerGroupProps) {
  const group = answers.map(({ id }) => id);
  const keepFocus = useKeptFocus(group.join());
  const move = (id: AnswerId, by: -1 | 1) => {
    const ids = order && moved(order.ids, group, id, by);
    if (!ids) return;
    keepFocus();
    order.become(ids);
  };
  return (
    <section className={sheet.sheet}>
      <h2 className={styles.name}>
        {category && <Icon name={CATEGORY_ICONS[category.icon]} size="s" />}
        {category ? nameIn(category.names, locales) : say("list.noCategory")}
      </h2>
      <ul>
        {answers.map((answer, index) => (
          <AnswerRow
            key={answer.id}
            answer={answer}
            locales={locales}
            place={{ isFirst: index === 0, isLast: index === answers.length - 1 }}
            onMove={order && ((by) => move(answer.id, by))}
          />
        ))}
      </ul>
    </section>
  );
}
