import { Dialog } from "@base-ui/react/dialog";
import { Link } from "@tanstack/react-router";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import dialog from "../ui/dialog.module.css";
import { Icon } from "../ui/icons.tsx";
import styles from "./shortcuts-dialog.module.css";

const ROWS = [
  { keys: ["j", "k"], does: t("keys.list") },
  { keys: [t("keys.enter")], does: t("keys.open") },
  { keys: ["1", "2", "3", "4"], does: t("keys.panes") },
  { keys: [t("keys.enter")], does: t("keys.send") },
  { keys: [t("keys.shift"), t("keys.enter")], does: t("keys.break") },
  { keys: [t("keys.escape")], does: t("keys.leave") },
  { keys: [t("keys.control"), t("keys.enter")], does: t("keys.saveAnswer") },
  { keys: ["s"], does: t("keys.snooze") },
  { keys: ["a"], does: t("keys.availability") },
  { keys: ["?"], does: t("keys.help") },
] as const;

interface ShortcutsDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Every shortcut that there is. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={`${dialog.popup} ${styles.popup}`}>
          <header className={styles.header}>
            <Dialog.Title className={`${dialog.title} ${styles.title}`}>{t("keys.title")}</Dialog.Title>
            <Dialog.Close className={atoms.iconButton} aria-label={t("keys.close")}>
              <Icon name="close" />
            </Dialog.Close>
          </header>
          <dl className={styles.keys}>
            {ROWS.map(({ keys, does }) => (
              <div key={does} className={styles.row}>
                <dt>{does}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <p className={styles.where}>
            <Link to="/me" search={(search) => search} onClick={() => onOpenChange(false)}>
              {t("keys.where")}
            </Link>
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
