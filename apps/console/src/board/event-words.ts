import type { ConversationEvent } from "@shopbell/protocol/types";
import { timeOfDay } from "../format.ts";
import { t } from "../i18n.ts";

const VERBS = {
  assigned: "Assigned",
  released: "Released",
  closed: "Closed",
  reopened: "Reopened",
} as const satisfies Record<ConversationEvent["event"], string>;

/** An event as a sentence: "You joined at 14:30". */
export function eventWords({ at, by, event }: ConversationEvent, me: string): string {
  const time = timeOfDay(at);
  const verb = VERBS[event];
  if (by.kind !== "agent") return t(`event.${by.kind}${verb}`, { time });
  return by.agent.id === me ? t(`event.you${verb}`, { time }) : t(`event.agent${verb}`, { name: by.agent.name, time });
}
