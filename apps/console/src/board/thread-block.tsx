import { dayName, stamp } from "../format.ts";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import { eventWords } from "./event-words.ts";
import { LinkedText } from "./linked-text.tsx";
import styles from "./thread-block.module.css";
import type { Block, Group } from "./thread-blocks.ts";

/** Names of days change at midnight, not sooner. */
const DAY_STEP_MS = 60_000;

export function BlockView({ block }: { block: Block }) {
  const { me } = useDesk();
  const now = useRelayNow(DAY_STEP_MS);
  switch (block.kind) {
    case "day":
      return <p className={styles.day}>{dayName(block.at, now)}</p>;
    case "event":
      return <p className={styles.event}>{eventWords(block.event, me.agent.id)}</p>;
    case "group":
      return <GroupView group={block} now={now} />;
    default:
      block satisfies never;
      return null;
  }
}

function GroupView({ group, now }: { group: Group; now: number }) {
  const { me } = useDesk();
  const { author, side, messages, seen } = group;
  const at = messages.at(-1)?.at ?? 0;
  return (
    <div className={styles.group} data-side={side}>
      {author.kind === "rule" && <span className={atoms.meta}>{t("thread.automatic")}</span>}
      {author.kind === "agent" && author.agent.id !== me.agent.id && (
        <span className={atoms.meta}>{author.agent.name}</span>
      )}
      {messages.map((message) => (
        <p key={message.id} className={styles.bubble} title={stamp(message.at, now)}>
          <LinkedText text={message.text} />
        </p>
      ))}
      {side === "us" && (
        <span className={styles.tick} data-seen={seen}>
          <Icon name={seen ? "checks" : "check"} size="s" />
          {t(seen ? "thread.seen" : "thread.sent", { time: stamp(at, now) })}
        </span>
      )}
    </div>
  );
}
