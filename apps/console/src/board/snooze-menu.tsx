import { Menu } from "@base-ui/react/menu";
import { type RefObject, useState } from "react";
import { t } from "../i18n.ts";
import { comingStamp } from "../inbox/coming-stamp.ts";
import { useDesk } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import styles from "./pane-actions.module.css";
import { snoozeChoices } from "./snooze-choices.ts";
import { SnoozeDialog } from "./snooze-dialog.tsx";

interface SnoozeMenuProps {
  anchor: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** @param until on the relay's clock */
  onSnooze(until: number): void;
}

/** Until when: some times that are often meant, or any other. */
export function SnoozeMenu({ anchor, open, onOpenChange, onSnooze }: SnoozeMenuProps) {
  const { clock } = useDesk();
  const [picking, setPicking] = useState(false);
  const now = clock.now();
  return (
    <>
      <Menu.Root open={open} onOpenChange={onOpenChange}>
        <Menu.Portal>
          <Menu.Positioner anchor={anchor} className={styles.positioner} sideOffset={4} align="end">
            <Menu.Popup className={atoms.menu} finalFocus={picking ? false : anchor}>
              {snoozeChoices(now).map(({ name, until }) => (
                <Menu.Item key={name} className={atoms.menuItem} onClick={() => onSnooze(until)}>
                  <span>{t(`snooze.${name}`)}</span>
                  <span className={`${atoms.meta} ${styles.when}`}>{comingStamp(until, now)}</span>
                </Menu.Item>
              ))}
              <Menu.Item className={atoms.menuItem} onClick={() => setPicking(true)}>
                {t("snooze.pick")}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <SnoozeDialog anchor={anchor} open={picking} onOpenChange={setPicking} onSnooze={onSnooze} />
    </>
  );
}
