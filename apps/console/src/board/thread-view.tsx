import type { Draft, Thread } from "@shopbell/client";
import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import { useEffect, useMemo } from "react";
import { t } from "../i18n.ts";
import { useWriter } from "../inbox/use-writer.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { useDocumentVisible } from "../ui/use-media.ts";
import { Beginning } from "./beginning.tsx";
import { DraftBubble } from "./draft-bubble.tsx";
import { Newer } from "./newer.tsx";
import { BlockView } from "./thread-block.tsx";
import { ownWords, threadBlocks } from "./thread-blocks.ts";
import styles from "./thread-view.module.css";
import { useKeptScroll } from "./use-kept-scroll.ts";
import { ColleagueWriting, VisitorWriting } from "./writing.tsx";

/** Scrolled this close to the top, the page before is asked for. */
const ASK_OLDER_PX = 200;
const NOTHING = { entries: [], seen: { visitor: 0, agent: 0 } };

interface ThreadViewProps {
  id: ConversationId;
  row: ConversationSummary | undefined;
  /** What the visitor is called here, and where their conversation must be told from others. */
  name: string;
  label: string;
  thread: Thread | undefined;
  /** Only the current pane is read out: four at once would be a noise. */
  current: boolean;
}

export function ThreadView({ id, row, name, label, thread, current }: ThreadViewProps) {
  const { line } = useDesk();
  const { entries, seen } = thread ?? NOTHING;
  const drafts = useDrafts(id);
  const blocks = useMemo(() => threadBlocks(entries, seen), [entries, seen]);
  const latest = blocks.findLast((block) => block.kind === "group" && ownWords(block));
  const lastSeq = entries.at(-1)?.seq ?? 0;
  const writer = useWriter(id);
  const { ref, atEnd, onScroll, toEnd } = useKeptScroll(entries[0]?.seq, [lastSeq, drafts, writer, seen]);
  useSee(id, lastSeq, atEnd);

  const onScrolled = () => {
    onScroll();
    if (thread?.more && ref.current && ref.current.scrollTop < ASK_OLDER_PX) line.older(id);
  };

  return (
    <div className={styles.frame}>
      <div
        ref={ref}
        className={styles.thread}
        role="log"
        aria-label={t("thread.log", { name: label })}
        aria-live={current ? "polite" : "off"}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
        tabIndex={0}
        onScroll={onScrolled}
      >
        <div className={styles.entries}>
          {!thread?.loaded && entries.length === 0 && <p className={styles.note}>{t("thread.loading")}</p>}
          {thread?.loaded && !thread.more && row && <Beginning row={row} />}
          {blocks.map((block) => (
            <BlockView key={block.key} block={block} isLatest={block === latest} />
          ))}
          {drafts.map((draft) => (
            <DraftBubble key={draft.id} draft={draft} />
          ))}
        </div>
      </div>
      <Newer key={atEnd ? "at-end" : "reading-up"} lastSeq={lastSeq} shown={!atEnd} onPress={toEnd} />
      {writer?.kind === "visitor" && <VisitorWriting name={name} />}
      {writer?.kind === "agent" && <ColleagueWriting agent={writer.agent} />}
    </div>
  );
}

/** What this agent has written here that the relay has not accepted yet. */
function useDrafts(id: ConversationId): readonly Draft[] {
  const outbox = useLineState((state) => state.outbox);
  return useMemo(() => outbox.filter((draft) => draft.conversationId === id), [outbox, id]);
}

/** Marks as seen what is in sight of somebody: the end of the thread, in a tab that is shown. */
function useSee(id: ConversationId, lastSeq: number, atEnd: boolean): void {
  const { line } = useDesk();
  const visible = useDocumentVisible();
  useEffect(() => {
    if (visible && atEnd && lastSeq > 0) line.see(id, lastSeq);
  }, [line, id, lastSeq, atEnd, visible]);
}
