import type { ConversationId, ConversationOrders } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { t } from "../../i18n.ts";
import atoms from "../../ui/atoms.module.css";
import { OrderCard } from "./order-card.tsx";
import { ordersQuery } from "./orders-query.ts";
import styles from "./pane-orders.module.css";

interface PaneOrdersProps {
  /** What the button that opens it names. */
  panelId: string;
  id: ConversationId;
  /** The visitor's own, as far as their address is proved. */
  own: ConversationOrders;
  /** Takes a sentence that says where an order is. Absent where nobody can be answered. */
  onReply: ((sentence: string) => void) | undefined;
}

/** A visitor's orders beside their chat; any other is found by its number. */
export function PaneOrders({ panelId, id, own, onReply }: PaneOrdersProps) {
  return (
    <section id={panelId} className={styles.panel} aria-label={t("order.orders")}>
      {own.email !== null && (
        <>
          <p className={styles.head}>{t("order.of", { email: own.email })}</p>
          <Found found={own} none={t("order.noneOf", { email: own.email })} onReply={onReply} />
        </>
      )}
      <ByNumber id={id} isProved={own.email !== null} onReply={onReply} />
    </section>
  );
}

function ByNumber({ id, isProved, onReply }: Pick<PaneOrdersProps, "id" | "onReply"> & { isProved: boolean }) {
  const fieldId = useId();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const query = useQuery({ ...ordersQuery(id, asked), enabled: asked !== "" });
  const lookUp = () => {
    if (asked === typed.trim()) query.refetch();
    setAsked(typed.trim());
  };
  return (
    <>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== "") lookUp();
        }}
      >
        <label htmlFor={fieldId}>{t("order.number")}</label>
        <div>
          <input
            id={fieldId}
            className={styles.input}
            value={typed}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className={atoms.button} disabled={query.isFetching}>
            {t("order.lookUp")}
          </button>
        </div>
        {!isProved && <p className={styles.note}>{t("order.notProved")}</p>}
      </form>
      <div aria-live="polite">
        {query.data && <Found found={query.data} none={t("order.unknown", { number: asked })} onReply={onReply} />}
        {query.isError && <p className={styles.fault}>{refusalSentence(query.error)}</p>}
      </div>
    </>
  );
}

interface FoundProps extends Pick<PaneOrdersProps, "onReply"> {
  found: ConversationOrders;
  /** What is said where there are none. */
  none: string;
}

function Found({ found: { orders, down }, none, onReply }: FoundProps) {
  if (down) return <p className={styles.fault}>{t("order.down")}</p>;
  if (orders.length === 0) return <p className={styles.note}>{none}</p>;
  return (
    <div className={styles.orders}>
      {orders.map((order, index) => (
        <OrderCard key={order.number} order={order} isOpen={index === 0} onReply={onReply} />
      ))}
    </div>
  );
}
