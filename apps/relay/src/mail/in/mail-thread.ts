import { Worker } from "node:worker_threads";
import type { ReadMail } from "./letter.ts";
import { Turns } from "./turns.ts";

/** What the thread is given. */
export interface MailToRead {
  readonly raw: Uint8Array;
  readonly serverName: string | null;
}

/** A mail of 30 MB takes a second, one that is made for it half a minute and more than a gigabyte. */
const MAX_READING_MS = 20_000;
const RESOURCES = { maxOldGenerationSizeMb: 512 };
/** Each mail that is read may take half a gigabyte for a while, and each that waits 30 MB. */
const READING = { atOnce: 2, maxWaiting: 6 };
const WORKER = new URL("./read-mail-worker.ts", import.meta.url);

/**
 * Reads a mail on a thread of its own: who chats meanwhile notices nothing, however long it takes, and one that takes too
 * long or too much memory is given up.
 *
 * @param serverName the authserv-id of the server that receives mail for us; null where the owner has not told it
 */
export async function readMailAside(
  raw: Uint8Array,
  serverName: string | null,
  maxMs = MAX_READING_MS,
): Promise<ReadMail> {
  const workerData: MailToRead = { raw, serverName };
  const worker = new Worker(WORKER, { workerData, resourceLimits: RESOURCES });
  const { promise, resolve } = Promise.withResolvers<ReadMail>();
  const timer = setTimeout(() => resolve({ kind: "unreadable", why: "too-slow" }), maxMs);
  worker.once("message", resolve);
  // Heard until its end: it may run out of memory while it is being stopped.
  worker.on("error", () => resolve({ kind: "unreadable", why: "malformed" }));
  const read = await promise;
  clearTimeout(timer);
  await worker.terminate();
  return read;
}

/** `readMailAside`, of few mails at once. Of too many the last ones are not read: undefined. */
export function readingInTurn(): (raw: Uint8Array, serverName: string | null) => Promise<ReadMail | undefined> {
  const turns = new Turns(READING);
  return (raw, serverName) => turns.take(() => readMailAside(raw, serverName));
}
