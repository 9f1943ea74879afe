import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/** This close to the end counts as at the end: a reader's last line, not a pixel. */
const NEAR_END_PX = 40;

interface KeptScroll {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  onScroll(): void;
  toEnd(): void;
}

/**
 * Keeps a thread where its reader is: at the end it follows what is added, further up it stays,
 * also when an older page is put above.
 *
 * @param firstSeq seq of the first entry that is drawn; a smaller one than before means an older page
 * @param content whatever changes when the thread's drawing does
 */
export function useKeptScroll(firstSeq: number | undefined, content: readonly unknown[]): KeptScroll {
  const ref = useRef<HTMLDivElement>(null);
  const fromEnd = useRef(0);
  const drawnFirst = useRef(firstSeq);
  const [atEnd, setAtEnd] = useState(true);

  const onScroll = useCallback(() => {
    const element = ref.current;
    if (element === null) return;
    fromEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight;
    setAtEnd(fromEnd.current <= NEAR_END_PX);
  }, []);

  const toEnd = useCallback(() => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
  }, []);

  // Runs after each drawing of the thread, by what it consists of.
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const grewAbove = firstSeq !== undefined && drawnFirst.current !== undefined && firstSeq < drawnFirst.current;
    drawnFirst.current = firstSeq;
    if (fromEnd.current <= NEAR_END_PX) element.scrollTop = element.scrollHeight;
    else if (grewAbove) element.scrollTop = element.scrollHeight - element.clientHeight - fromEnd.current;
  }, [firstSeq, ...content]);

  useFollowResize(ref, fromEnd);
  return { ref, atEnd, onScroll, toEnd };
}

/** A composer that grows, or a phone's keyboard, takes height away: the last line stays in sight. */
function useFollowResize(ref: RefObject<HTMLDivElement | null>, fromEnd: RefObject<number>): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (fromEnd.current <= NEAR_END_PX) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, fromEnd]);
}
