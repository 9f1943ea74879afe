import type * as z from "zod";

/** Takes a sentence for the owner about something that was left aside. It holds nothing that the shop's system said. */
export type Note = (problem: string) => void;

/** One fault mostly brings others along. */
const MAX_FIELDS = 3;

/** Those that can be understood: one odd order hides no other one, and is itself unknown, as if it were not there. */
export function readableOrders<T>(told: readonly unknown[], schema: z.ZodType<T>, note: Note): T[] {
  return told.flatMap((order) => {
    const parsed = schema.safeParse(order);
    if (parsed.success) return [parsed.data];
    note(
      `An order came in a shape that is not the agreed one${fieldsOf(parsed.error)}. Visitors are told that it is unknown.`,
    );
    return [];
  });
}

/** Where something is wrong, to be read after a sentence. */
export function fieldsOf({ issues }: z.ZodError): string {
  const fields = new Set(issues.map(({ path }) => path.join(".")).filter((field) => field !== ""));
  return fields.size > 0 ? `: look at ${[...fields].slice(0, MAX_FIELDS).join(", ")}` : "";
}
