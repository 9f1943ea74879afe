import type { AnswerCard, ConversationId } from "@shopbell/protocol/types";
import type { Shop } from "../scene.ts";
import type { Stage } from "../screen.tsx";
import { answerCard } from "./answer-card.tsx";
import css from "./help.css?inline";
import { helpHttp } from "./help-http.ts";
import { Offers } from "./offers.ts";
import { OrderSearch } from "./order-search.ts";
import { Reading } from "./reading.ts";
import { Search } from "./search.ts";
import { SelfHelp } from "./self-help.tsx";
import { waysOf } from "./ways.tsx";

/**
 * With what visitors help themselves: answers, orders, and other ways to reach the shop. Fetched when the first screen is open, and
 * the shop has any of it. What it knows lives as long as the page, and nothing of it is kept on the device.
 */
export function openHelp(shop: Shop, draw: () => void) {
  const http = helpHttp(shop);
  const begin = () => ({
    offers: new Offers(http, draw),
    search: new Search(http, draw),
    reading: new Reading(http, draw),
    orders: new OrderSearch(http, draw),
  });
  let parts = begin();
  let shown: SelfHelp | null = null;

  function onScreen(help: SelfHelp | null): void {
    shown = help;
  }

  return {
    css,
    isKnown: () => parts.offers.known !== null,
    answers: (stage: Stage) => <SelfHelp key="help" stage={stage} onScreen={onScreen} {...parts} />,
    ways: (stage: Stage) => waysOf(stage, parts.offers.known?.ways ?? []),
    card: (stage: Stage, messageId: string, card: AnswerCard) => answerCard(stage, parts.reading, messageId, card),
    /** Closes what is open on the first screen. Returns whether anything was. */
    shut: () => shown?.shut() ?? false,
    /** Whoever comes to this page next finds nothing of what was looked for. */
    forget() {
      parts = begin();
    },
    /** The first message was sent. It is told what was searched for before it, once the relay knows the conversation. */
    async begun(id: ConversationId, draft: string): Promise<void> {
      const report = parts.search.begun(draft);
      parts.reading.opened = null;
      await accepted(shop, id);
      await report?.(id);
    },
  };
}

/** Resolves when the relay has taken the first message of a conversation. */
function accepted({ line }: Shop, id: ConversationId): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = line.subscribe(() => {
      if (!line.state.threads[id]?.entries.length) return;
      unsubscribe();
      resolve();
    });
  });
}
