import { Icon } from "../ui/icons.tsx";
import styles from "./select.module.css";

interface SelectProps {
  label: string;
  /** Words before what is chosen, which are not part of the choices. */
  prefix?: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  disabled?: boolean;
  onChoose(value: string): void;
}

/** A choice of many. The browser's own list: it is searched by typing, and is a wheel on a phone. */
export function Select({ label, prefix, value, choices, disabled, onChoose }: SelectProps) {
  return (
    <span className={styles.select}>
      {prefix && <span aria-hidden="true">{prefix}</span>}
      <select aria-label={label} value={value} disabled={disabled} onChange={(event) => onChoose(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" size="s" />
    </span>
  );
}
