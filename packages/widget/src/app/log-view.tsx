import type { Draft, Thread } from "@shopbell/client";
import { useEffect, useMemo } from "preact/hooks";
import { type DraftActions, GroupView, inWords } from "./bubbles.tsx";
import { Icon } from "./icon.tsx";
import { arrange, firstUnread, type LogItem } from "./log.ts";
import { useShop } from "./shop.ts";
import { useReadingPlace } from "./use-reading-place.ts";
import { useVisible } from "./use-visible.ts";

interface LogViewProps extends DraftActions {
  thread: Thread | undefined;
  drafts: readonly Draft[];
  onOlder(): void;
  onSeen(seq: number): void;
}

/** Everything that was said, the newest at the end. */
export function LogView({ thread, drafts, onOlder, onSeen, ...actions }: LogViewProps) {
  const { t } = useShop().words;
  const visible = useVisible();
  const last = thread?.entries.at(-1)?.seq ?? 0;
  const { log, atEnd, news, toEnd } = useReadingPlace({ thread, newest: drafts.at(-1)?.id, onOlder });
  // The marker stays where it was when the visitor looked: what arrives under their eyes is not news.
  const newFrom = useMemo(() => firstUnread(thread), [visible, thread?.loaded]);

  useEffect(() => {
    if (visible && atEnd && last) onSeen(last);
  }, [visible, atEnd, last]);

  return (
    <div class="body">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard, also in Safari */}
      <div class="log" role="log" ref={log} tabIndex={0}>
        {arrange(thread, drafts, newFrom).map((item) => (
          <Item key={keyOf(item)} of={item} {...actions} />
        ))}
      </div>
      {news && (
        <button type="button" class="news" onClick={toEnd}>
          {t("toNewest")} <Icon name="down" look="s" />
        </button>
      )}
    </div>
  );
}

function Item({ of: item, ...actions }: { of: LogItem } & DraftActions) {
  const { face, words } = useShop();
  switch (item.kind) {
    case "day":
      return <div class="day">{words.day(item.at)}</div>;
    case "new":
      return <div class="new">{words.t("fresh")}</div>;
    case "event":
      return <div class="event">{inWords(item.event, face.name, words)}</div>;
    case "group":
      return <GroupView of={item} {...actions} />;
  }
}

/** The same for as long as it is the same thing, so that nothing is drawn anew when older entries come in above. */
function keyOf(item: LogItem): string {
  switch (item.kind) {
    case "day":
      return new Date(item.at).toDateString();
    case "new":
      return "new";
    case "event":
      return `event ${item.event.seq}`;
    case "group":
      return item.bubbles[0]?.id ?? "typing";
  }
}
