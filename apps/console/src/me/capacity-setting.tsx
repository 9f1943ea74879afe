import { type SubmitEvent, useState } from "react";
import { t } from "../i18n.ts";
import { useMe } from "../line/use-me.ts";
import { Field } from "../ui/field.tsx";
import { capacityOf, MAX_CAPACITY } from "./capacity.ts";
import styles from "./me-page.module.css";
import { useChangeMe } from "./use-change-me.ts";

/** How many conversations I take at once. Kept when the box is left. */
export function CapacitySetting() {
  const { capacity } = useMe();
  const { mutate } = useChangeMe();
  const [text, setText] = useState(String(capacity));
  const [fault, setFault] = useState<string | null>(null);

  const keep = () => {
    const wanted = capacityOf(text);
    setFault(wanted === null ? t("capacity.fault", { most: MAX_CAPACITY }) : null);
    if (wanted !== null && wanted !== capacity) mutate({ capacity: wanted });
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    keep();
  };
  return (
    <section className={styles.setting}>
      <h2>{t("capacity.title")}</h2>
      <form className={styles.number} noValidate onSubmit={onSubmit}>
        <Field
          label={t("capacity.label")}
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_CAPACITY}
          value={text}
          fault={fault}
          onText={setText}
          onBlur={keep}
        />
      </form>
    </section>
  );
}
