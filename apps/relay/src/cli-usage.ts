import type * as z from "zod";

/** The process's environment. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The command line was not understood; the usage follows the message. */
export class UsageFault extends Error {}

/** What was asked for is understood and cannot be done; the message says all there is to say. */
export class CommandFault extends Error {}

/** A command's options. @throws UsageFault that names those that are missing or wrong. */
export function understand<T>(schema: z.ZodType<T>, options: unknown): T {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map(({ path }) => `--${String(path[0])}`));
  throw new UsageFault(`Missing or wrong: ${[...names].join(", ")}.`);
}
