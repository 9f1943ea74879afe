import { AlertDialog } from "@base-ui/react/alert-dialog";
import atoms from "../ui/atoms.module.css";
import dialog from "../ui/dialog.module.css";
import styles from "./ask-dialog.module.css";

interface AskDialogProps {
  open: boolean;
  title: string;
  what: string;
  /** The button that goes on, and the one that does not. */
  yes: string;
  no: string;
  onAnswer(yes: boolean): void;
}

/** Asks before something that cannot be taken back. Escape is a no. */
export function AskDialog({ open, title, what, yes, no, onAnswer }: AskDialogProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(isOpen) => isOpen || onAnswer(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={dialog.scrim} />
        <AlertDialog.Popup className={`${dialog.popup} ${styles.popup}`}>
          <AlertDialog.Title className={dialog.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description>{what}</AlertDialog.Description>
          <div className={styles.answers}>
            <AlertDialog.Close className={atoms.button}>{no}</AlertDialog.Close>
            <button type="button" className={atoms.button} data-look="main" onClick={() => onAnswer(true)}>
              {yes}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
