import { Toast } from "@base-ui/react/toast";
import { t } from "../i18n.ts";
import atoms from "./atoms.module.css";
import { Icon } from "./icons.tsx";
import styles from "./toasts.module.css";

const manager = Toast.createToastManager();

/** Says that something was done, for some seconds, and offers to take it back where that is possible. */
export function showToast(title: string, undo?: () => void): void {
  const id = manager.add({
    title,
    timeout: 8_000,
    ...(undo && {
      actionProps: {
        children: t("done.undo"),
        onClick: () => {
          manager.close(id);
          undo();
        },
      },
    }),
  });
}

/** Where toasts appear. Once, around everything. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={["down", "left", "right"]}>
      <Toast.Content className={styles.content}>
        <Toast.Title className={styles.title} render={<p />} />
        <Toast.Action className={styles.action} />
        <Toast.Close className={`${atoms.iconButton} ${styles.close}`} aria-label={t("done.dismiss")}>
          <Icon name="close" size="s" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
