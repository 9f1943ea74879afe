import { lazy, Suspense, useState } from "react";
import { AvailabilitySwitch } from "../availability/availability-switch.tsx";
import { Load } from "../availability/load.tsx";
import { useOwnPlace } from "../availability/use-availability.ts";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { Face } from "../ui/face.tsx";
import styles from "./rail.module.css";

const MeMenu = lazy(async () => ({ default: (await import("./me-menu.tsx")).MeMenu }));

/** Me, whether I take chats, and how many are mine. */
export function RailFoot({ onHelp }: { onHelp(): void }) {
  const place = useOwnPlace();
  // Its code is loaded when it is pressed for the first time, and opens then.
  const [pressed, setPressed] = useState(false);
  const face = <MyFace onPress={() => setPressed(true)} />;
  return (
    <div className={styles.foot}>
      {pressed ? (
        <Suspense fallback={face}>
          <MeMenu onHelp={onHelp} />
        </Suspense>
      ) : (
        face
      )}
      <AvailabilitySwitch />
      {place && <Load load={place.load} capacity={place.capacity} />}
    </div>
  );
}

/** What is pressed to open the menu, before the menu is there. */
function MyFace({ onPress }: { onPress(): void }) {
  const { me } = useDesk();
  return (
    <button
      type="button"
      className={styles.face}
      aria-label={t("me.menu", { name: me.agent.name })}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={onPress}
    >
      <Face agent={me.agent} />
    </button>
  );
}
