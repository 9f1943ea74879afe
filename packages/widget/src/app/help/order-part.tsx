import type { ComponentChild } from "preact";
import * as phrases from "../../locales/en/help.ts";
import { icon } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import { arrow } from "./arrow.tsx";
import { TRUCK } from "./icons.ts";
import { askAbout } from "./order-ask.ts";
import { orderCard } from "./order-card.tsx";
import { OrderForm } from "./order-form.tsx";
import type { OrderSearch } from "./order-search.ts";
import type { Props } from "./self-help.tsx";

/**
 * Where an order is: a card that asks for it, or what the shop knows of it. Both are drawn with the extras, as what is asked and told
 * where one has to wait.
 */
export function orderPart({ stage, orders }: Props) {
  const { order, ask } = orders;
  const isOpen = ask !== "closed";
  const extras = stage.panel.extras(isOpen);
  if (order && extras) return found(stage, orders, orderCard(stage, order, extras.dayInWords, Date.now()));
  const { t } = stage.words;
  return (
    <section key="order" class="orderline">
      <button type="button" class="row" aria-expanded={isOpen} onClick={() => orders.turn(isOpen ? "closed" : "form")}>
        {icon(TRUCK)}
        <span class="grow">
          <b>{t(phrases.whereOrder)}</b>
          <span class="meta clip">{t(phrases.noWaiting)}</span>
        </span>
        {arrow(isOpen)}
      </button>
      {isOpen &&
        (extras ? (
          <OrderForm stage={stage} orders={orders} field={extras.field} />
        ) : (
          <p role="status">{t(phrases.moment)}</p>
        ))}
    </section>
  );
}

function found(stage: Stage, orders: OrderSearch, card: ComponentChild) {
  const { t } = stage.words;
  return (
    <section key="found" class="sec">
      <h3>{t(phrases.yourOrder)}</h3>
      {card}
      <div class="pair">
        <button type="button" class="btn" onClick={() => askAbout(stage, orders.order?.number ?? "")}>
          {t(phrases.askPerson)}
        </button>
        <button type="button" class="btn" onClick={() => orders.turn("form")}>
          {t(phrases.anotherOrder)}
        </button>
      </div>
    </section>
  );
}
