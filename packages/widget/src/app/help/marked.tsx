import type { FoundAnswer } from "@shopbell/protocol/types";
import type { ComponentChild } from "preact";

/** A question in which the words that were searched for stand out. */
export function marked(question: string, marks: FoundAnswer["marks"]): ComponentChild[] {
  const pieces: ComponentChild[] = [];
  let done = 0;
  for (const [from, to] of marks) {
    pieces.push(question.slice(done, from), <mark>{question.slice(from, to)}</mark>);
    done = to;
  }
  return [...pieces, question.slice(done)];
}
