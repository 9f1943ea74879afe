import type { ConversationEvent } from "@shopbell/protocol/types";
import { phoneWords, timeOfDay } from "../format.ts";
import { t } from "../i18n.ts";
import { comingStamp } from "../inbox/coming-stamp.ts";

const VERBS = { assigned: "Assigned", released: "Released", closed: "Closed", reopened: "Reopened" } as const;

/** An event as a sentence: "You joined at 14:30". */
export function eventWords(entry: ConversationEvent, me: string): string {
  const { at, event, address = "" } = entry;
  const time = timeOfDay(at);
  switch (event) {
    case "requested":
      return requestedWords(entry);
    case "snoozed":
      return snoozedWords(entry, me);
    case "woken":
      return t("event.woken", { time });
    case "mailed":
      return t("event.mailed", { address, time });
    case "bounced":
      return t("event.bounced", { address, time });
    default:
      return changeWords(VERBS[event], entry, me);
  }
}

function changeWords(verb: (typeof VERBS)[keyof typeof VERBS], { at, by }: ConversationEvent, me: string): string {
  const time = timeOfDay(at);
  if (by.kind !== "agent") return t(`event.${by.kind}${verb}`, { time });
  return by.agent.id === me ? t(`event.you${verb}`, { time }) : t(`event.agent${verb}`, { name: by.agent.name, time });
}

/** An address and a number may be left at once. */
function requestedWords({ at, address, phone, callAt }: ConversationEvent): string {
  const time = timeOfDay(at);
  const sentences: string[] = [];
  if (address !== undefined) sentences.push(t("event.leftAddress", { address, time }));
  if (phone !== undefined) sentences.push(callWords(phoneWords(phone), callAt, at));
  return sentences.join(" · ");
}

function callWords(phone: string, callAt: number | undefined, at: number): string {
  const time = timeOfDay(at);
  if (callAt === undefined) return t("event.leftPhone", { phone, time });
  return t("event.leftPhoneAt", { phone, when: comingStamp(callAt, at), time });
}

function snoozedWords({ at, by, until = at }: ConversationEvent, me: string): string {
  const when = comingStamp(until, at);
  if (by.kind !== "agent" || by.agent.id === me) return t("event.youSnoozed", { when });
  return t("event.agentSnoozed", { name: by.agent.name, when });
}
