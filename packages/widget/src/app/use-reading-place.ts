import type { Thread } from "@shopbell/client";
import type { MessageId } from "@shopbell/protocol/types";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Closer to the end than this, the visitor reads along; px. */
const NEAR_END = 48;
/** Closer to the beginning than this, the page before is asked for; px. */
const NEAR_START = 200;

interface Reading {
  thread: Thread | undefined;
  /** The newest draft: after writing, the visitor wants to see it. */
  newest: MessageId | undefined;
  onOlder(): void;
}

interface ReadingPlace {
  log: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  /** Something arrived below while the visitor reads above. */
  news: boolean;
  toEnd(): void;
}

/** Keeps what the visitor reads where it is: at the end it follows, above it stays, and older pages come in out of sight. */
export function useReadingPlace({ thread, newest, onOlder }: Reading): ReadingPlace {
  const log = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const first = thread?.entries[0]?.seq;
  const last = thread?.entries.at(-1)?.seq ?? 0;
  const lastRead = useRef(last);
  const asked = useRef(0);
  /** How far the end was from the top of what is seen; this distance stays when entries come in above. */
  const before = useRef({ first, height: 0 });
  if (atEnd) lastRead.current = last;

  function toEnd(): void {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }

  useLayoutEffect(() => {
    const box = log.current;
    if (!box) return;
    const { first: firstBefore, height } = before.current;
    if (atEnd) toEnd();
    else if (first !== firstBefore) box.scrollTop += box.scrollHeight - height;
    before.current = { first, height: box.scrollHeight };
  });

  useLayoutEffect(toEnd, [newest]);

  useEffect(() => {
    const box = log.current;
    if (!box) return;
    const look = (): void => {
      setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END);
      if (!thread?.more || !first || asked.current === first || box.scrollTop >= NEAR_START) return;
      asked.current = first;
      onOlder();
    };
    look();
    box.addEventListener("scroll", look, { passive: true });
    return () => box.removeEventListener("scroll", look);
  }, [thread?.more, first]);

  // A keyboard that opens, or a composer that grows, must not hide the newest words.
  useEffect(() => {
    if (!log.current || !atEnd) return;
    const resized = new ResizeObserver(toEnd);
    resized.observe(log.current);
    return () => resized.disconnect();
  }, [atEnd]);

  return { log, atEnd, news: last > lastRead.current, toEnd };
}
