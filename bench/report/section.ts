/** One part of the report, and what it says about our targets. */
export interface Section {
  readonly title: string;
  /** Paragraphs and tables, in order. */
  readonly body: readonly string[];
  readonly verdicts: readonly Verdict[];
}

/** A target of performance, and whether it is met. */
export interface Verdict {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

type Show = (value: number) => string;

export function atLeast(what: string, target: number, measured: number, show: Show): Verdict {
  return { what, target: `>= ${show(target)}`, measured: show(measured), met: measured >= target };
}

export function atMost(what: string, target: number, measured: number, show: Show): Verdict {
  return { what, target: `<= ${show(target)}`, measured: show(measured), met: measured <= target };
}
