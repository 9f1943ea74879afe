/** As long as browsers let addresses be, and longer than any that a shop has. */
const MAX_PATH_LENGTH = 2_000;
/** Weighs more than all letters of a pattern. */
const THAT_PAGE_ALONE = 1_000;

/**
 * How exactly a pattern names a page of the shop: the more letters, the more exactly, and one without a star before all others.
 * Undefined: it does not name it.
 *
 * @param path of an address, as the shop's page says it is: anything
 */
export function exactness(pattern: string, path: string): number | undefined {
  if (!fits(stepsOf(pattern), stepsOf(path.slice(0, MAX_PATH_LENGTH)), "**", isStep)) return undefined;
  const letters = pattern.replaceAll("*", "").length;
  return pattern.includes("*") ? letters : letters + THAT_PAGE_ALONE;
}

/** Those that have a pattern which names the page, most exactly first; then the others, in their order. */
export function forPage<T extends { readonly paths: readonly string[] }>(answers: readonly T[], path: string): T[] {
  const ranked = answers.map((answer) => {
    const exactnesses = answer.paths.map((pattern) => exactness(pattern, path) ?? -1);
    return { answer, rank: Math.max(-1, ...exactnesses) };
  });
  return ranked.sort((a, b) => b.rank - a.rank).map(({ answer }) => answer);
}

function isStep(pattern: string, step: string): boolean {
  return fits([...pattern], [...step], "*", (letter, other) => letter === other);
}

/** The steps of a path as they are read: `/caf%C3%A9/` and `/café` are the same. */
function stepsOf(path: string): string[] {
  const [beginning = ""] = path.split(/[?#]/, 1);
  return beginning.split("/").filter(Boolean).map(decoded);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step; // a per cent sign of its own
  }
}

/**
 * Does a row of parts fit a pattern, in which a star stands for any number of them? Goes back to the last star alone, and so takes
 * no longer than both lengths multiplied.
 */
function fits(
  pattern: readonly string[],
  parts: readonly string[],
  star: string,
  isSame: (of: string, part: string) => boolean,
): boolean {
  let [at, part, starAt, swallowed] = [0, 0, -1, 0];
  while (part < parts.length) {
    const [wanted, given] = [pattern[at], parts[part] ?? ""];
    if (wanted === star) {
      [starAt, swallowed] = [at, part];
      at += 1;
    } else if (wanted !== undefined && isSame(wanted, given)) {
      at += 1;
      part += 1;
    } else if (starAt >= 0) {
      swallowed += 1;
      [at, part] = [starAt + 1, swallowed];
    } else return false;
  }
  return pattern.slice(at).every((rest) => rest === star);
}
