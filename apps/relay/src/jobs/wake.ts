import { ConversationId, Instant } from "@shopbell/protocol";
import * as z from "zod";
import { wakeConversation } from "../conversations/snooze.ts";
import type { Desk } from "../realtime/desk.ts";
import { JobFault, type LeasedJob } from "./job.ts";

const Wake = z.object({ id: ConversationId, until: Instant });

/** Brings a snoozed conversation back when its time has come. @throws JobFault when that could not be stored. */
export async function wake(job: LeasedJob, desk: Pick<Desk, "decide">): Promise<void> {
  const { id, until } = Wake.parse(job.payload);
  const outcome = await desk.decide({ conversationId: id }, (ledger, now) => wakeConversation(ledger, id, until, now));
  if (outcome.kind === "refused" && outcome.reason === "storage-failed") throw new JobFault(outcome.reason);
}
