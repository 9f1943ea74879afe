import type { Entry } from "@shopbell/protocol/types";
import type { Scene } from "../scene.ts";
import type { Whereto } from "./whereto.tsx";

/** What a visitor has written of where the answer shall go, and the relay has not taken. */
export interface Written extends Whereto {
  readonly byPhone: boolean;
  /** Of what was sent: seq of the last entry before it; 0 where it was not sent. */
  readonly sentAfter: number;
}

/** What is kept on this device of a conversation. What was taken while nobody looked is let go. */
export function recall({ keep, view, thread }: Scene): Written | null {
  const [email = "", phone = "", callAt = "", byPhone, after] = keep.read(`whereto:${view}`).split("\n");
  if (!email && !phone) return null;
  const sentAfter = Number(after);
  if (!sentAfter || !thread?.entries.some((entry) => isTaking(entry) && entry.seq > sentAfter))
    return { email, phone, callAt, byPhone: !!byPhone, sentAfter };
  keepWritten({ keep, view }, null);
  return null;
}

/** Keeps it beside the composer's draft. */
export function keepWritten({ keep, view }: Pick<Scene, "keep" | "view">, written: Written | null): void {
  const { email = "", phone = "", callAt, byPhone, sentAfter } = written ?? {};
  keep.write(`whereto:${view}`, email || phone ? [email, phone, callAt, byPhone || "", sentAfter].join("\n") : "");
}

function isTaking(entry: Entry): boolean {
  return entry.kind === "event" && entry.event === "requested";
}
