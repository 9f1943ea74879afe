import type { LineState } from "@shopbell/client";
import type { ConversationId } from "@shopbell/protocol/types";
import { Composer, type ComposerProps } from "./composer.tsx";
import { conversationsOf, type Listed } from "./conversations.ts";
import { Face } from "./face.tsx";
import { HomeHeader } from "./header.tsx";
import { counterOf, firstName, useShop } from "./shop.ts";

interface HomeProps extends Pick<ComposerProps, "draft" | "input" | "onDraft" | "onSend"> {
  state: LineState;
  onOpen(id: ConversationId): void;
  onClose(): void;
}

/** The first screen: the composer before everything else. */
export function Home({ state, onOpen, onClose, ...composer }: HomeProps) {
  const { face, words } = useShop();
  const { t } = words;
  const listed = conversationsOf(state);
  const isAway = counterOf(face, state).availability === "away";
  return (
    <>
      <div class="awning" />
      <HomeHeader state={state} onClose={onClose} />
      <div class="scroll">
        <h2 class="greet">{t(isAway ? "leave" : partOfDay(new Date().getHours()))}</h2>
        <Composer
          {...composer}
          look="write"
          placeholder={t("ask")}
          hint={t(composer.draft ? "enterSends" : "aPerson")}
        />
        {listed.length > 0 && (
          <section class="sec">
            <h3>{t("yours")}</h3>
            <ul class="rows">
              {listed.map((conversation) => (
                <li key={conversation.id}>
                  <Row of={conversation} onOpen={() => onOpen(conversation.id)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer class="foot">{t("runsOn")}</footer>
    </>
  );
}

function Row({ of: { last, partner, unread }, onOpen }: { of: Listed; onOpen(): void }) {
  const { face, words } = useShop();
  const mine = last?.author.kind === "visitor";
  return (
    <button type="button" class="row" onClick={onOpen}>
      <Face of={partner} />
      <span class="grow">
        <b class="clip">{partner ? firstName(partner) : face.name}</b>
        <span class="meta clip">{last && (mine ? words.t("you", { text: last.text }) : last.text)}</span>
      </span>
      <span class="meta">
        {unread ? <b class="count">{words.t("newCount", { count: unread })}</b> : last && words.short(last.at)}
      </span>
    </button>
  );
}

function partOfDay(hour: number): "morning" | "afternoon" | "evening" {
  if (hour >= 5 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}
