import { Menu } from "@base-ui/react/menu";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import type { ActionsProps } from "./action-signs.tsx";
import { ACTION_ICONS, actionLabel } from "./action-words.ts";
import styles from "./pane-actions.module.css";

/** The actions on a phone. */
export function ActionsMenu({ ref, row, actions, pending, onAct, onSnooze }: ActionsProps) {
  return (
    <Menu.Root>
      <Menu.Trigger ref={ref} className={atoms.iconButton} aria-label={t("pane.more")}>
        <Icon name="more" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} sideOffset={4} align="end">
          <Menu.Popup className={atoms.menu}>
            {onSnooze && (
              <Menu.Item className={atoms.menuItem} disabled={pending} onClick={onSnooze}>
                <Icon name="snooze" size="s" />
                <span>{t("snooze.label")}</span>
              </Menu.Item>
            )}
            {actions.map((action) => (
              <Menu.Item key={action} className={atoms.menuItem} disabled={pending} onClick={() => onAct(action)}>
                <Icon name={ACTION_ICONS[action]} size="s" />
                <span>{actionLabel(action, row)}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
