import type { ConversationSummary } from "@shopbell/protocol/types";
import { phoneWords } from "../format.ts";
import { t } from "../i18n.ts";
import { comingStamp } from "../inbox/coming-stamp.ts";
import { promiseFor } from "../inbox/whose-turn.ts";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import type { OrdersState } from "./orders/use-pane-orders.ts";
import styles from "./pane-reach.module.css";

/** Names of days change at midnight, not sooner. */
const DAY_STEP_MS = 60_000;

/** Where else the visitor can be reached: an address to write to, a number to call, and from when on. What they were promised, and their orders. */
export function PaneReach({ row, orders }: { row: ConversationSummary; orders: OrdersState | null }) {
  const { email, phone, callAt } = row;
  const now = useRelayNow(DAY_STEP_MS);
  const promisedAt = promiseFor(row);
  if (email === null && phone === null && promisedAt === null && orders === null) return null;
  return (
    <div className={styles.reach}>
      {email !== null && (
        <a className={styles.way} href={mailLink(email)} title={t("reach.write", { email })}>
          <Icon name="email" size="s" />
          <span className={atoms.clip}>{email}</span>
        </a>
      )}
      {phone !== null && (
        <a className={styles.way} href={`tel:${phone}`} title={t("reach.call", { phone: phoneWords(phone) })}>
          <Icon name="callback" size="s" />
          <bdi dir="ltr">{phone}</bdi>
        </a>
      )}
      {phone !== null && callAt !== null && <span>{t("reach.callAt", { when: comingStamp(callAt, now) })}</span>}
      {promisedAt !== null && <span>{t("reach.promised", { when: comingStamp(promisedAt, now) })}</span>}
      {orders && (
        <button
          type="button"
          className={styles.way}
          aria-expanded={orders.isOpen}
          aria-controls={orders.isOpen ? orders.panelId : undefined}
          onClick={orders.toggle}
        >
          <Icon name="truck" size="s" />
          {t("order.orders")}
          <Icon name={orders.isOpen ? "up" : "down"} size="s" />
        </button>
      )}
    </div>
  );
}

/** Nothing in an address may be taken for the subject or the body of the letter. */
function mailLink(email: string): string {
  return `mailto:${encodeURIComponent(email).replace("%40", "@")}`;
}
