/** Ids in the order that was asked for. Those it does not name come after it, as they were; those that are not there are left out. */
export function inOrder(stored: readonly string[], asked: readonly string[]): string[] {
  const there = new Set(stored);
  return [...new Set([...asked.filter((id) => there.has(id)), ...stored])];
}
