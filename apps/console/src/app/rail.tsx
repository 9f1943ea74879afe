import { Link } from "@tanstack/react-router";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import styles from "./rail.module.css";
import { RailFoot } from "./rail-foot.tsx";

interface RailProps {
  /** How many visitors wait for this agent, in words; null for none. */
  waiting: string | null;
  onHelp(): void;
}

/** The ways through the console: a rail at the side, a dock at the foot of a phone. The board stays in every address. */
export function Rail({ waiting, onHelp }: RailProps) {
  const { me } = useDesk();
  return (
    <nav className={styles.rail} aria-label={t("app.main")}>
      <span className={styles.brand}>
        <Icon name="bell" />
        {me.demo && <span className={styles.demo}>{t("app.demo")}</span>}
      </span>
      <Way to="/" icon="inbox" label={t("app.inbox")} waiting={waiting} />
      <Way to="/answers" icon="book" label={t("app.answers")} />
      <Way to="/settings" icon="gear" label={t("app.settings")} />
      <span className={styles.dockOnly}>
        <Way to="/me" icon="user" label={t("app.me")} />
      </span>
      <RailFoot onHelp={onHelp} />
    </nav>
  );
}

interface WayProps {
  to: "/" | "/answers" | "/settings" | "/me";
  icon: IconName;
  label: string;
  waiting?: string | null;
}

function Way({ to, icon, label, waiting = null }: WayProps) {
  return (
    <Link
      to={to}
      search={({ tab, open, site }) => ({ tab, open, site })}
      className={styles.way}
      activeOptions={{ exact: to === "/", includeSearch: false }}
    >
      <Icon name={icon} />
      {label}
      {waiting && <span className={styles.waiting}>{waiting}</span>}
    </Link>
  );
}
