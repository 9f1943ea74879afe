import type { Category, CategoryIcon } from "@shopbell/protocol/types";
import { OrderButtons } from "../../settings/order-buttons.tsx";
import { Select } from "../../settings/select.tsx";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icons.tsx";
import { CATEGORY_ICONS } from "../category-icons.ts";
import { languageName, nameIn } from "../languages.ts";
import { say } from "../words.ts";
import styles from "./categories-dialog.module.css";

const ICONS = Object.keys(CATEGORY_ICONS) as CategoryIcon[];
const CHOICES = ICONS.map((icon) => ({ value: icon, label: say(`icon.${icon}`) }));
const MAX_NAME_LENGTH = 60;

interface CategoryFieldsProps {
  category: Category;
  locales: readonly string[];
  /** It has no name in any language. */
  isFaulty: boolean;
  onChange(category: Category): void;
  place: { index: number; count: number };
  onMove(step: 1 | -1): void;
  onRemove(): void;
}

/** One category of the dialog. */
export function CategoryFields({
  category,
  locales,
  isFaulty,
  place,
  onChange,
  onMove,
  onRemove,
}: CategoryFieldsProps) {
  const { icon, names } = category;
  const name = nameIn(names, locales);
  const pictures = {
    value: icon,
    choices: CHOICES,
    // Only ours are in the list.
    onChoose: (value: string) => onChange({ ...category, icon: value as CategoryIcon }),
  };
  return (
    <li className={styles.category}>
      <div className={styles.head}>
        <Icon name={CATEGORY_ICONS[icon]} />
        <Select label={say("categories.icon")} {...pictures} />
        <span className={styles.moves}>
          <OrderButtons
            place={place}
            least={0}
            labels={{
              up: say("categories.up", { name }),
              down: say("categories.down", { name }),
              remove: say("categories.remove", { name }),
            }}
            onMove={onMove}
            onRemove={onRemove}
          />
        </span>
      </div>
      <div className={styles.names}>
        {locales.map((locale, index) => (
          <Field
            key={locale}
            label={
              locales.length === 1
                ? say("categories.name")
                : say("categories.nameIn", { language: languageName(locale) })
            }
            lang={locale}
            dir="auto"
            maxLength={MAX_NAME_LENGTH}
            value={names[locale] ?? ""}
            fault={isFaulty && index === 0 ? say("categories.nameless") : null}
            onText={(text) => onChange({ ...category, names: { ...names, [locale]: text } })}
          />
        ))}
      </div>
    </li>
  );
}
