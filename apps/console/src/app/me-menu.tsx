import { Menu } from "@base-ui/react/menu";
import { Link } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { TeamList } from "../availability/team-list.tsx";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { onPreference, setSound, shortcutsOn, soundOn } from "../me/preferences.ts";
import { signOut } from "../me/sign-out.ts";
import atoms from "../ui/atoms.module.css";
import { Face } from "../ui/face.tsx";
import { Icon } from "../ui/icons.tsx";
import styles from "./me-menu.module.css";
import rail from "./rail.module.css";

/** Me, at the foot of the rail. It is open when it appears: it was asked for. */
export function MeMenu({ onHelp }: { onHelp(): void }) {
  const { me } = useDesk();
  const sound = useSyncExternalStore(onPreference, soundOn);
  const shortcuts = useSyncExternalStore(onPreference, shortcutsOn);
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger className={rail.face} aria-label={t("me.menu", { name: me.agent.name })}>
        <Face agent={me.agent} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} side="inline-end" align="end" sideOffset={8}>
          <Menu.Popup className={atoms.menu}>
            <div className={atoms.menuHead}>
              <b>{me.agent.name}</b>
              <span className={atoms.meta}>{me.email}</span>
            </div>
            <div className={styles.team}>
              <TeamList />
            </div>
            <Menu.CheckboxItem className={atoms.menuItem} checked={sound} onCheckedChange={setSound}>
              <span className={styles.mark}>
                <Menu.CheckboxItemIndicator>
                  <Icon name="check" size="s" />
                </Menu.CheckboxItemIndicator>
              </span>
              <span>{t("sound.menu")}</span>
            </Menu.CheckboxItem>
            <Menu.Item className={atoms.menuItem} onClick={onHelp}>
              <span className={styles.mark}>{shortcuts && <kbd>?</kbd>}</span>
              <span>{t("keys.title")}</span>
            </Menu.Item>
            <Menu.LinkItem
              className={atoms.menuItem}
              closeOnClick
              render={<Link to="/me" search={(search) => search} />}
            >
              <span className={styles.mark}>
                <Icon name="user" size="s" />
              </span>
              <span>{t("me.page")}</span>
            </Menu.LinkItem>
            <Menu.Item className={atoms.menuItem} onClick={signOut}>
              <span className={styles.mark}>
                <Icon name="leave" size="s" />
              </span>
              <span>{t("me.signOut")}</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
