import type { TeamMember } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import { Face } from "../ui/face.tsx";
import styles from "./team-list.module.css";
import { useTeam } from "./use-team.ts";

/** Who has a console open now, and whether they take chats. No list to a screen reader: it also stands in a menu, which may hold none. */
export function TeamList() {
  const team = useTeam();
  if (team.length === 0) return null;
  return (
    <div className={styles.team}>
      <span className={atoms.hidden}>{t("team.title")}</span>
      {team.map((member) => (
        <Member key={member.agent.id} member={member} />
      ))}
    </div>
  );
}

function Member({ member: { agent, availability, load, capacity } }: { member: TeamMember }) {
  const { me } = useDesk();
  const words = availability === "away" ? t("available.away") : t("available.load", { load, capacity });
  return (
    <div className={styles.member} data-away={availability === "away"}>
      <Face agent={agent} size="xs" />
      <span className={`${atoms.clip} ${styles.name}`}>
        {agent.id === me.agent.id ? t("team.you", { name: agent.name }) : agent.name}
      </span>
      <span className={atoms.meta}>{words}</span>
    </div>
  );
}
