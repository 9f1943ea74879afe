/** Databases take so many parameters in one statement. */
const PARAMETERS = 500;

/** Asks for many keys with as many queries as they need, and puts what was found together. */
export async function inParts<K, T>(keys: readonly K[], query: (some: readonly K[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < keys.length; start += PARAMETERS) {
    found.push(...(await query(keys.slice(start, start + PARAMETERS))));
  }
  return found;
}
