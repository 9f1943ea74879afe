import { Page } from "../app/page.tsx";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import { Face } from "../ui/face.tsx";
import { AvailabilitySetting } from "./availability-setting.tsx";
import { CapacitySetting } from "./capacity-setting.tsx";
import { CheckSetting } from "./check-setting.tsx";
import { MailAlertsSetting } from "./mail-alerts-setting.tsx";
import styles from "./me-page.module.css";
import { NotificationSetting } from "./notification-setting.tsx";
import { setShortcuts, setSound, shortcutsOn, soundOn } from "./preferences.ts";
import { SignIns } from "./sign-ins.tsx";
import { signOut } from "./sign-out.ts";

/** Who I am here, how I am called, and where I am signed in. */
export function MePage() {
  const { me } = useDesk();
  return (
    <Page title={t("me.title")}>
      <section className={styles.who}>
        <Face agent={me.agent} />
        <div>
          <h2>{me.agent.name}</h2>
          <p className={atoms.meta}>
            {me.email}, {t(me.role === "owner" ? "me.owner" : "me.agent")}
          </p>
        </div>
        <button type="button" className={atoms.button} onClick={signOut}>
          {t("me.signOut")}
        </button>
      </section>
      <AvailabilitySetting />
      <CapacitySetting />
      <MailAlertsSetting />
      <CheckSetting title={t("sound.title")} label={t("sound.label")} read={soundOn} onChoose={setSound} />
      <NotificationSetting />
      <CheckSetting title={t("keys.setting")} label={t("keys.singles")} read={shortcutsOn} onChoose={setShortcuts} />
      <SignIns />
    </Page>
  );
}
