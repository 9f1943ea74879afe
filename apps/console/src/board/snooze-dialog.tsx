import { Dialog } from "@base-ui/react/dialog";
import { type RefObject, type SubmitEvent, useState } from "react";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import dialog from "../ui/dialog.module.css";
import { Field } from "../ui/field.tsx";
import { boxValue, pickedInstant, snoozeChoices } from "./snooze-choices.ts";
import styles from "./snooze-dialog.module.css";

interface SnoozeDialogProps {
  /** Where the keyboard goes afterwards. */
  anchor: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange(open: boolean): void;
  onSnooze(until: number): void;
}

/** Any day and time, on the agent's own clock. */
export function SnoozeDialog({ anchor, open, onOpenChange, onSnooze }: SnoozeDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={`${dialog.popup} ${styles.popup}`} finalFocus={anchor}>
          <Dialog.Title className={`${dialog.title} ${styles.title}`}>{t("snooze.pickTitle")}</Dialog.Title>
          <Picker
            onPick={(until) => {
              onOpenChange(false);
              onSnooze(until);
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Picker({ onPick }: { onPick(until: number): void }) {
  const { clock } = useDesk();
  const [value, setValue] = useState(() => boxValue(snoozeChoices(clock.now()).at(-1)?.until ?? clock.now()));
  const [fault, setFault] = useState<string | null>(null);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const until = pickedInstant(value, clock.now());
    if (until === null) setFault(t("snooze.past"));
    else onPick(until);
  };
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <Field
        label={t("snooze.pickWhen")}
        type="datetime-local"
        value={value}
        fault={fault}
        onText={(text) => {
          setValue(text);
          setFault(null);
        }}
      />
      <div className={styles.choices}>
        <Dialog.Close className={atoms.button} data-look="quiet">
          {t("snooze.cancel")}
        </Dialog.Close>
        <button type="submit" className={atoms.button} data-look="main">
          {t("snooze.label")}
        </button>
      </div>
    </form>
  );
}
