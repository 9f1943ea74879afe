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
  // Null while it is not being edited: then it follows what is kept, wherever that was changed.
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const keep = () => {
    if (typed === null) return;
    const wanted = capacityOf(typed);
    setFault(wanted === null ? t("capacity.fault", { most: MAX_CAPACITY }) : null);
    const follow = () => setTyped((now) => (now === typed ? null : now));
    if (wanted === capacity) follow();
    else if (wanted !== null) mutate({ capacity: wanted }, { onSuccess: follow });
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
          value={typed ?? String(capacity)}
          fault={fault}
          onText={setTyped}
          onBlur={keep}
        />
      </form>
    </section>
  );
}
