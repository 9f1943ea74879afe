/** As long as browsers let addresses be, and longer than any that a shop has. */
const MAX_PATH_LENGTH = 2_000;
/** Deeper than any shop's pages are. */
const MAX_STEPS = 30;
/** Weighs more than all letters of a pattern. */
const THAT_PAGE_ALONE = 1_000;

/** One step of a pattern: what it begins and ends with, and what is in between; a last one alone is all of it. */
interface StepPattern {
  readonly first: string | undefined;
  readonly between: readonly string[];
  readonly last: string;
}

/** A pattern for pages of the shop, taken apart: there may be thousands, and all are asked about each page. */
export interface PagePattern {
  readonly steps: readonly (StepPattern | "**")[];
  /** The more, the more exactly it says which page is meant. */
  readonly exactness: number;
}

/** What has patterns. */
interface Named {
  readonly id: string;
}

/** Takes a pattern apart. The more letters, the more exactly it names a page, and one without a star before all others. */
export function patternOf(pattern: string): PagePattern {
  const letters = pattern.replaceAll("*", "").length;
  return {
    steps: stepsOf(pattern).map((step) => (step === "**" ? step : stepPatternOf(step))),
    exactness: pattern.includes("*") ? letters : letters + THAT_PAGE_ALONE,
  };
}

/**
 * Those that have a pattern which names the page, most exactly first; then the others, in their order.
 *
 * @param patterns of each, by its id
 * @param path of an address, as the shop's page says it is: anything
 */
export function forPage<T extends Named>(
  answers: readonly T[],
  patterns: ReadonlyMap<string, readonly PagePattern[]>,
  path: string,
): T[] {
  const steps = stepsOf(path.slice(0, MAX_PATH_LENGTH), MAX_STEPS);
  const ranked = answers.map((answer) => {
    const naming = (patterns.get(answer.id) ?? []).filter((pattern) => names(pattern, steps));
    return { answer, rank: Math.max(-1, ...naming.map(({ exactness }) => exactness)) };
  });
  return ranked.sort((a, b) => b.rank - a.rank).map(({ answer }) => answer);
}

/** The steps of a path as they are read: `/caf%C3%A9/` and `/café` are the same. */
function stepsOf(path: string, most = Number.POSITIVE_INFINITY): string[] {
  const [beginning = ""] = path.split(/[?#]/, 1);
  return beginning.split("/").filter(Boolean).slice(0, most).map(decoded);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step; // a per cent sign of its own
  }
}

function stepPatternOf(step: string): StepPattern {
  const pieces = step.split("*");
  const last = pieces.pop() ?? "";
  const [first, ...between] = pieces;
  return { first, between, last };
}

/**
 * Are these the steps of a page that a pattern names? Goes back to the last `**` alone, and so takes no longer than both lengths
 * multiplied.
 */
function names({ steps: pattern }: PagePattern, steps: readonly string[]): boolean {
  let [at, step, starAt, swallowed] = [0, 0, -1, 0];
  while (step < steps.length) {
    const wanted = pattern[at];
    if (wanted === "**") {
      [starAt, swallowed] = [at, step];
      at += 1;
    } else if (wanted !== undefined && isStep(wanted, steps[step] ?? "")) {
      at += 1;
      step += 1;
    } else if (starAt >= 0) {
      swallowed += 1;
      [at, step] = [starAt + 1, swallowed];
    } else return false;
  }
  return pattern.slice(at).every((rest) => rest === "**");
}

function isStep({ first, between, last }: StepPattern, step: string): boolean {
  if (first === undefined) return step === last;
  if (!step.startsWith(first) || !step.endsWith(last)) return false;
  let end = first.length;
  for (const piece of between) {
    const at = step.indexOf(piece, end);
    if (at < 0) return false;
    end = at + piece.length;
  }
  return end + last.length <= step.length;
}
