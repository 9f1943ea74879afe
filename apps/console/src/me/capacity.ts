/** As in the protocol's `MyChanges`: more than this nobody answers at once. */
export const MAX_CAPACITY = 50;

/** The capacity that somebody typed, or null where it is none. */
export function capacityOf(text: string): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= MAX_CAPACITY ? number : null;
}
