import type { Channel, ConversationSummary } from "@shopbell/protocol/types";
import { phoneWords } from "../format.ts";
import { t } from "../i18n.ts";
import { comingStamp } from "./coming-stamp.ts";

/** How a visitor wants to be answered: who left a number waits for a call, however the conversation began. */
export function wayOf({ channel, phone }: Pick<ConversationSummary, "channel" | "phone">): Channel {
  return phone === null ? channel : "callback";
}

type Row = Pick<ConversationSummary, "channel" | "phone" | "callAt" | "number" | "site">;

/** A row's third line: the shop for a chat, else the way and the number: "E-mail, #1039"; for a call, beside its sign, "#1036, +351215550100, Mon 10:00". */
export function wayWords(row: Row, now: number): string {
  const { number, phone, callAt } = row;
  const way = wayOf(row);
  if (way === "chat") return row.site.name;
  if (phone === null) return t("way.row", { way: t(`way.${way}`), number });
  const words = { phone: phoneWords(phone), number };
  return callAt === null ? t("way.call", words) : t("way.callAt", { ...words, when: comingStamp(callAt, now) });
}
