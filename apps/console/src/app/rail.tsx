import { Link } from "@tanstack/react-router";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { MeMenu } from "./me-menu.tsx";
import styles from "./rail.module.css";

interface RailProps {
  /** How many conversations want this agent's eyes, in words; null for none. */
  unread: string | null;
  onHelp(): void;
}

/** The ways through the console: a rail at the side, a dock at the foot of a phone. The board stays in every address. */
export function Rail({ unread, onHelp }: RailProps) {
  const { me } = useDesk();
  return (
    <nav className={styles.rail} aria-label={t("app.main")}>
      <span className={styles.brand}>
        <Icon name="bell" />
        {me.demo && <span className={styles.demo}>{t("app.demo")}</span>}
      </span>
      <Way to="/" icon="inbox" label={t("app.inbox")} unread={unread} />
      <Way to="/settings" icon="gear" label={t("app.settings")} />
      <span className={styles.dockOnly}>
        <Way to="/me" icon="user" label={t("app.me")} />
      </span>
      <span className={styles.foot}>
        <MeMenu onHelp={onHelp} />
      </span>
    </nav>
  );
}

interface WayProps {
  to: "/" | "/settings" | "/me";
  icon: IconName;
  label: string;
  unread?: string | null;
}

function Way({ to, icon, label, unread = null }: WayProps) {
  return (
    <Link
      to={to}
      search={(search) => search}
      className={styles.way}
      activeOptions={{ exact: true, includeSearch: false }}
    >
      <Icon name={icon} />
      {label}
      {unread && <span className={styles.unread}>{unread}</span>}
    </Link>
  );
}
