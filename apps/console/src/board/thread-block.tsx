import type { Message } from "@shopbell/protocol/types";
import { dayName, stamp } from "../format.ts";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import { CardView, saysTheCard } from "./answers/card-view.tsx";
import { MakeAnswerButton } from "./answers/make-answer.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { eventWords } from "./event-words.ts";
import { LinkedText } from "./linked-text.tsx";
import styles from "./thread-block.module.css";
import { type Block, type Group, ownWords } from "./thread-blocks.ts";

/** Names of days change at midnight, not sooner. */
const DAY_STEP_MS = 60_000;

const BY = { email: "way.byEmail", form: "way.byForm", callback: "way.byCallback" } as const;

interface BlockViewProps {
  block: Block;
  /** It is the latest in its thread of which an answer can be made. */
  isLatest: boolean;
}

export function BlockView({ block, isLatest }: BlockViewProps) {
  const { me } = useDesk();
  const now = useRelayNow(DAY_STEP_MS);
  switch (block.kind) {
    case "day":
      return <p className={styles.day}>{dayName(block.at, now)}</p>;
    case "event":
      return <p className={styles.event}>{eventWords(block.event, me.agent.id)}</p>;
    case "group":
      return <GroupView group={block} isLatest={isLatest} now={now} />;
    default:
      block satisfies never;
      return null;
  }
}

function GroupView({ group, isLatest, now }: { group: Group; isLatest: boolean; now: number }) {
  const { me } = useDesk();
  const { author, side, messages, seen } = group;
  const at = messages.at(-1)?.at ?? 0;
  const own = ownWords(group);
  return (
    <div className={styles.group} data-side={side}>
      {author.kind === "rule" && <span className={atoms.meta}>{t("thread.automatic")}</span>}
      {author.kind === "agent" && author.agent.id !== me.agent.id && (
        <span className={atoms.meta}>{author.agent.name}</span>
      )}
      {messages.map((message) => (
        <Bubble key={message.id} message={message} now={now} />
      ))}
      {side === "us" && (
        <div className={styles.foot}>
          {own && <MakeAnswerButton seq={own.seq} isLatest={isLatest} />}
          <span className={styles.tick} data-seen={seen}>
            <Icon name={seen ? "checks" : "check"} size="s" />
            {seen ? t("thread.seen") : t("thread.sent", { time: stamp(at, now) })}
          </span>
        </div>
      )}
    </div>
  );
}

function Bubble({ message, now }: { message: Message; now: number }) {
  const { text, at, channel = "chat", attachments = [], card } = message;
  const isSaid = text !== "" && !(card && saysTheCard(text, card));
  return (
    <div className={styles.said}>
      {(isSaid || attachments.length > 0) && (
        <div className={styles.bubble} title={stamp(at, now)}>
          {isSaid && (
            <p>
              <LinkedText text={text} />
            </p>
          )}
          {attachments.length > 0 && <AttachmentList attachments={attachments} />}
        </div>
      )}
      {card && <CardView card={card} />}
      {channel !== "chat" && <Came by={channel} />}
    </div>
  );
}

/** How a message came, where it was not by chat. */
function Came({ by }: { by: keyof typeof BY }) {
  return (
    <span className={styles.tick}>
      <Icon name={by} size="s" />
      {t(BY[by])}
    </span>
  );
}
