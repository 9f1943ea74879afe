import { useSyncExternalStore } from "react";
import styles from "./me-page.module.css";
import { onPreference } from "./preferences.ts";

interface CheckSettingProps {
  title: string;
  label: string;
  /** How it is chosen on this device. */
  read(): boolean;
  onChoose(on: boolean): void;
}

/** A preference of this device that is on or off. */
export function CheckSetting({ title, label, read, onChoose }: CheckSettingProps) {
  const on = useSyncExternalStore(onPreference, read);
  return (
    <section className={styles.setting}>
      <h2>{title}</h2>
      <label className={styles.check}>
        <input type="checkbox" checked={on} onChange={(event) => onChoose(event.target.checked)} />
        {label}
      </label>
    </section>
  );
}
