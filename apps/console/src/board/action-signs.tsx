import type { ConversationSummary } from "@shopbell/protocol/types";
import type { ReactNode, Ref } from "react";
import type { ConversationAction } from "../http/queries.ts";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import { ACTION_ICONS, actionLabel } from "./action-words.ts";
import styles from "./pane-actions.module.css";

export interface ActionsProps {
  /** What the snooze menu is opened at. */
  ref: Ref<HTMLButtonElement>;
  row: ConversationSummary;
  actions: readonly ConversationAction[];
  pending: boolean;
  onAct(action: ConversationAction): void;
  /** Undefined for what cannot be snoozed. */
  onSnooze: (() => void) | undefined;
}

interface ActionSignsProps extends ActionsProps {
  onAside(): void;
}

/** What somebody is most likely to want is a word; the rest are signs. */
const WORDS: ReadonlySet<ConversationAction> = new Set(["claim", "reopen"]);

/** The actions in a pane's header. */
export function ActionSigns({ ref, row, actions, pending, onAct, onSnooze, onAside }: ActionSignsProps) {
  const words = actions.filter((action) => WORDS.has(action));
  const signs = actions.filter((action) => !WORDS.has(action));
  return (
    <>
      {words.map((action) => (
        <button key={action} type="button" className={styles.word} disabled={pending} onClick={() => onAct(action)}>
          {actionLabel(action, row)}
        </button>
      ))}
      {onSnooze && (
        <SignButton ref={ref} label={t("snooze.label")} disabled={pending} onPress={onSnooze}>
          <Icon name="snooze" />
        </SignButton>
      )}
      {signs.map((action) => (
        <SignButton key={action} label={actionLabel(action, row)} disabled={pending} onPress={() => onAct(action)}>
          <Icon name={ACTION_ICONS[action]} />
        </SignButton>
      ))}
      <SignButton label={t("pane.aside")} onPress={onAside}>
        <Icon name="close" />
      </SignButton>
    </>
  );
}

interface SignButtonProps {
  ref?: Ref<HTMLButtonElement>;
  label: string;
  disabled?: boolean;
  onPress(): void;
  children: ReactNode;
}

function SignButton({ ref, label, disabled = false, onPress, children }: SignButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={`${atoms.iconButton} ${styles.sign}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
