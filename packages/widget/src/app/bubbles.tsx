import type { Author, ConversationEvent } from "@shopbell/protocol/types";
import type { ComponentChildren } from "preact";
import { Face } from "./face.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { linkify } from "./linkify.ts";
import type { Group, Tick } from "./log.ts";
import { firstName, useShop } from "./shop.ts";
import type { Words } from "./words.ts";

export interface DraftActions {
  onRetry(id: string): void;
  onDiscard(id: string): void;
}

/** What one author said in a row. */
export function GroupView({ of: group, ...actions }: { of: Group } & DraftActions) {
  const { words } = useShop();
  const bubbles = group.bubbles.map(({ id, text, at }, index) => (
    <div key={id} class={`bub ${index ? "" : "first"} ${group.tick ?? ""}`} title={words.time(at)}>
      <Text of={text} />
    </div>
  ));
  if (group.author.kind !== "visitor")
    return (
      <TheirWords author={group.author}>
        {bubbles}
        {group.typing && <Typing />}
      </TheirWords>
    );
  return (
    <div class="me">
      {bubbles}
      {group.tick && <TickView of={group.tick} group={group} {...actions} />}
    </div>
  );
}

/** Bubbles of the other side, with a face at their foot and a name at their head. */
function TheirWords({ author, children }: { author: Author; children: ComponentChildren }) {
  const { face, words } = useShop();
  const agent = author.kind === "agent" ? author.agent : null;
  return (
    <div class="grp">
      <Face of={agent} />
      <div class="by">
        <b>{agent ? firstName(agent) : face.name}</b>
        {author.kind === "rule" && ` · ${words.t("automatic")}`}
      </div>
      {children}
    </div>
  );
}

function Typing() {
  return (
    <div class="bub first typing" role="img" aria-label={useShop().words.t("typing")}>
      <i />
      <i />
      <i />
    </div>
  );
}

function Text({ of: text }: { of: string }) {
  return linkify(text).map(({ text: words, href }) =>
    href ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    ) : (
      words
    ),
  );
}

const TICK_ICONS: Record<Tick, IconName> = { sending: "clock", sent: "check", seen: "checks", failed: "warn" };

function TickView({ of: tick, group, onRetry, onDiscard }: { of: Tick; group: Group } & DraftActions) {
  const { words } = useShop();
  const { t } = words;
  const newest = group.bubbles.at(-1);
  if (!newest) return null;
  if (tick === "failed")
    return (
      <div class="tick bad" role="alert">
        <Icon name="warn" />
        {t("notSent")}
        <button type="button" onClick={() => onRetry(newest.id)}>
          {t("again")}
        </button>
        <button type="button" onClick={() => onDiscard(newest.id)}>
          {t("delete")}
        </button>
      </div>
    );
  return (
    <div class={`tick ${tick}`}>
      <Icon name={TICK_ICONS[tick]} />
      {tick === "sent" ? t("sent", { time: words.time(newest.at) }) : t(tick)}
    </div>
  );
}

/** "Ana joined at 14:30" */
export function inWords({ event, by, at }: ConversationEvent, shopName: string, { t, time }: Words): string {
  const name = by.kind === "agent" ? firstName(by.agent) : shopName;
  switch (event) {
    case "assigned":
      return t("joined", { name, time: time(at) });
    case "released":
      return t("left", { name, time: time(at) });
    default:
      return t(event, { time: time(at) });
  }
}
