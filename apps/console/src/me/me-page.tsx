import { useSyncExternalStore } from "react";
import { Page } from "../app/page.tsx";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { onPreference, setSound, soundOn } from "../ring/preferences.ts";
import atoms from "../ui/atoms.module.css";
import { Face } from "../ui/face.tsx";
import styles from "./me-page.module.css";
import { NotificationSetting } from "./notification-setting.tsx";
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
      <SoundSetting />
      <NotificationSetting />
      <SignIns />
    </Page>
  );
}

function SoundSetting() {
  const sound = useSyncExternalStore(onPreference, soundOn);
  return (
    <section className={styles.setting}>
      <h2>{t("sound.title")}</h2>
      <label className={styles.check}>
        <input type="checkbox" checked={sound} onChange={(event) => setSound(event.target.checked)} />
        {t("sound.label")}
      </label>
    </section>
  );
}
