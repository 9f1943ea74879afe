import type { OrderStatus } from "@shopbell/protocol/types";
import { t } from "../../i18n.ts";
import { useRelayNow } from "../../line/relay-now.ts";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import styles from "./order-card.module.css";
import { orderSentence, orderTitle, reached, stepTime, stepWords, timelineOf } from "./order-words.ts";

/** Names of days change at midnight, not sooner. */
const DAY_STEP_MS = 60_000;

interface OrderCardProps {
  order: OrderStatus;
  isOpen: boolean;
  /** Takes the sentence that says where it is. Absent where nobody can be answered. */
  onReply: ((sentence: string) => void) | undefined;
}

/** Where an order is: in a line, and opened as the timeline that the visitor sees too. */
export function OrderCard({ order, isOpen, onReply }: OrderCardProps) {
  const now = useRelayNow(DAY_STEP_MS);
  const { number, items, carrier, expectedOn } = order;
  const at = reached(order);
  return (
    <details className={styles.order} open={isOpen}>
      <summary>
        <span className={styles.number}>
          <Icon name="truck" size="s" />
          <bdi>{number}</bdi>
        </span>
        <b>{orderTitle(order, now)}</b>
      </summary>
      <ol className={styles.steps}>
        {timelineOf(order).map((step, index) => (
          <li key={index} data-done={step.at !== null} aria-current={step.kind === at ? "step" : undefined}>
            <span>{stepWords(step)}</span>
            <span className={styles.time}>{stepTime(step, expectedOn, now)}</span>
          </li>
        ))}
      </ol>
      {items.length > 0 && (
        <p className={styles.items}>
          {items.map(({ name, quantity }) => t("order.item", { name, quantity })).join(" · ")}
        </p>
      )}
      <div className={styles.acts}>
        {onReply && (
          <button type="button" className={atoms.button} onClick={() => onReply(orderSentence(order, now))}>
            {t("order.reply")}
          </button>
        )}
        {carrier?.href && (
          <a href={carrier.href} target="_blank" rel="noopener noreferrer nofollow">
            {t("order.follow", { carrier: carrier.name })}
          </a>
        )}
        {carrier && !carrier.href && <span>{carrier.name}</span>}
      </div>
    </details>
  );
}
