/** More squares than this nobody counts at a glance. */
const MAX_PIPS = 10;

/**
 * The squares beside "3 of 5": one for each conversation that an agent takes at once, true where it is taken.
 * Of a capacity beyond ten each square stands for several, and only nothing at all is drawn as none.
 */
export function pipsOf(load: number, capacity: number): boolean[] {
  const count = Math.min(capacity, MAX_PIPS);
  const taken = load === 0 ? 0 : Math.max(1, Math.floor((load / capacity) * count));
  return Array.from({ length: count }, (_, index) => index < taken);
}
