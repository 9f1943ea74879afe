import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** A text box whose text is kept elsewhere: where its caret is, and how something is put into it as if it were typed. */
export interface Box {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly caret: number;
  setCaret(caret: number): void;
  /** Puts something in place of what is between two places, with the caret behind it. */
  put(words: string, from: number, until: number): void;
}

export function useBox(text: string, write: (text: string) => void): Box {
  const ref = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(text.length);
  useGrow(ref, text);
  const put = (words: string, from: number, until: number) => {
    const box = ref.current;
    if (box === null) return;
    box.focus();
    // In the box first: a text that only comes back from React would carry the caret to its end.
    box.setRangeText(words, from, until, "end");
    setCaret(box.selectionStart);
    write(box.value);
  };
  return { ref, caret, setCaret, put };
}

/** Grows a text box with its text; its style sheet says up to where. */
function useGrow(ref: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // Measured anew with every text.
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    element.style.blockSize = "auto";
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [ref, text]);
}
