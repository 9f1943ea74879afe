import type { ConversationSummary } from "@shopbell/protocol/types";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { TurnClock } from "../inbox/turn-clock.tsx";
import { VisitorName } from "../inbox/visitor-name.tsx";
import { wayOf } from "../inbox/way.ts";
import { useDesk } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import { Face } from "../ui/face.tsx";
import { Icon } from "../ui/icons.tsx";
import type { OrdersState } from "./orders/use-pane-orders.ts";
import styles from "./pane-header.module.css";
import { PaneReach } from "./pane-reach.tsx";

interface PaneHeaderProps {
  row: ConversationSummary | undefined;
  /** The digit of the pane; null on a phone, where there is a way back instead. */
  place: number | null;
  onBack(): void;
  orders?: OrdersState | null;
  /** What can be done with the conversation. */
  children: ReactNode;
}

export function PaneHeader({ row, place, onBack, orders = null, children }: PaneHeaderProps) {
  return (
    <header className={styles.header} data-phone={place === null}>
      <div className={styles.who}>
        {place === null ? (
          <button type="button" className={atoms.iconButton} aria-label={t("pane.back")} onClick={onBack}>
            <Icon name="back" />
          </button>
        ) : (
          <kbd aria-label={t("inbox.place", { place })}>{place}</kbd>
        )}
        <h2 className={`${atoms.clip} ${styles.name}`}>{row ? <VisitorName row={row} /> : t("pane.conversation")}</h2>
        {row && <TurnClock row={row} inHeader />}
      </div>
      <div className={styles.owner}>
        {place !== null && row?.assignee && <Face agent={row.assignee} size="xs" />}
        <span className={`${atoms.clip} ${styles.words}`}>{row && <Owner row={row} />}</span>
        {children}
      </div>
      {row && <PaneReach row={row} orders={orders} />}
    </header>
  );
}

function Owner({ row }: { row: ConversationSummary }) {
  const { me } = useDesk();
  if (row.state === "closed") return t("pane.closedChat");
  if (row.state === "snoozed") return t("owner.snoozed");
  const way = t(`owner.${wayOf(row)}`);
  if (row.assignee === null) return t("owner.nobody", { way });
  return row.assignee.id === me.agent.id ? t("owner.you", { way }) : t("owner.agent", { name: row.assignee.name, way });
}
