/** A list with one of its things a place further up or down. At either end nothing changes. */
export function moved<Thing>(list: readonly Thing[], index: number, step: 1 | -1): Thing[] {
  const things = [...list];
  const [thing] = things.splice(index, 1);
  if (thing !== undefined) things.splice(Math.max(0, index + step), 0, thing);
  return things;
}

export function without<Thing>(list: readonly Thing[], index: number): Thing[] {
  return list.filter((_, place) => place !== index);
}
