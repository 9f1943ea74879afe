import { Menu } from "@base-ui/react/menu";
import type { ConversationSummary } from "@shopbell/protocol/types";
import type { ConversationAction } from "../http/queries.ts";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import { Icon, type IconName } from "../ui/icons.tsx";
import styles from "./pane-actions.module.css";
import { possibleActions } from "./possible-actions.ts";
import { useConversationActions } from "./use-conversation-actions.ts";

interface PaneActionsProps {
  row: ConversationSummary;
  phone: boolean;
  onAside(): void;
}

const LABELS = {
  claim: "pane.take",
  release: "pane.release",
  close: "pane.close",
  reopen: "pane.reopen",
} as const satisfies Record<ConversationAction, string>;

const ICONS: Record<ConversationAction, IconName> = {
  claim: "user",
  release: "release",
  close: "done",
  reopen: "reopen",
};

/** What can be done with a conversation: signs in a pane's header, a menu on a phone. */
export function PaneActions({ row, phone, onAside }: PaneActionsProps) {
  const { me } = useDesk();
  const { act, pending } = useConversationActions(row);
  const actions = possibleActions(row, me.agent.id);

  if (phone) return <ActionsMenu actions={actions} pending={pending} onAct={act} />;
  return (
    <>
      {actions.map((action) =>
        action === "claim" || action === "reopen" ? (
          <button key={action} type="button" className={styles.word} disabled={pending} onClick={() => act(action)}>
            {t(LABELS[action])}
          </button>
        ) : (
          <SignButton
            key={action}
            icon={ICONS[action]}
            label={t(LABELS[action])}
            disabled={pending}
            onPress={() => act(action)}
          />
        ),
      )}
      <SignButton icon="close" label={t("pane.aside")} onPress={onAside} />
    </>
  );
}

interface SignButtonProps {
  icon: IconName;
  label: string;
  disabled?: boolean;
  onPress(): void;
}

function SignButton({ icon, label, disabled = false, onPress }: SignButtonProps) {
  return (
    <button
      type="button"
      className={`${atoms.iconButton} ${styles.sign}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

interface ActionsMenuProps {
  actions: readonly ConversationAction[];
  pending: boolean;
  onAct(action: ConversationAction): void;
}

function ActionsMenu({ actions, pending, onAct }: ActionsMenuProps) {
  return (
    <Menu.Root>
      <Menu.Trigger className={atoms.iconButton} aria-label={t("pane.more")}>
        <Icon name="more" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} sideOffset={4} align="end">
          <Menu.Popup className={atoms.menu}>
            {actions.map((action) => (
              <Menu.Item key={action} className={atoms.menuItem} disabled={pending} onClick={() => onAct(action)}>
                <Icon name={ICONS[action]} size="s" />
                <span>{t(LABELS[action])}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
