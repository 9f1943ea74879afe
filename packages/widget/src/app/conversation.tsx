import type { LineState } from "@shopbell/client";
import type { ConversationId, MessageId } from "@shopbell/protocol/types";
import { Composer, type ComposerProps } from "./composer.tsx";
import { partnerIn } from "./conversations.ts";
import { Banner, ConversationHeader } from "./header.tsx";
import { Icon } from "./icon.tsx";
import { LogView } from "./log-view.tsx";
import { firstName, useShop } from "./shop.ts";

interface ConversationProps extends Pick<ComposerProps, "draft" | "input" | "onDraft" | "onSend"> {
  id: ConversationId;
  state: LineState;
  onBack(): void;
  onClose(): void;
  onForget(): void;
}

/** Failures that are the relay's own: the visitor did nothing wrong, and can try again. */
const OUR_FAULT = ["internal", "storage-failed", "overloaded"];

export function Conversation({ id, state, onBack, onClose, onForget, ...composer }: ConversationProps) {
  const { line, words } = useShop();
  const { t } = words;
  const thread = state.threads[id];
  const drafts = state.outbox.filter((draft) => draft.conversationId === id);
  const partner = partnerIn(thread?.entries ?? []);

  function onDraft(text: string): void {
    composer.onDraft(text);
    line.typing(id, text !== "");
  }

  return (
    <>
      <ConversationHeader state={state} partner={partner} onBack={onBack} onClose={onClose} onForget={onForget} />
      <StatusBanner state={state} failed={drafts.some(({ reason }) => reason && OUR_FAULT.includes(reason))} />
      <LogView
        key={id}
        thread={thread}
        drafts={drafts}
        onOlder={() => line.older(id)}
        onSeen={(seq) => line.see(id, seq)}
        onRetry={(draft) => line.retry(draft as MessageId)}
        onDiscard={(draft) => line.discard(draft as MessageId)}
      />
      <div class="counter">
        <Composer
          {...composer}
          onDraft={onDraft}
          look="say"
          placeholder={partner ? t("writeTo", { name: firstName(partner) }) : t("add")}
        />
      </div>
    </>
  );
}

function StatusBanner({ state, failed }: { state: LineState; failed: boolean }) {
  const { t } = useShop().words;
  if (state.status === "waiting")
    return (
      <Banner>
        <Icon name="offline" />
        <span>
          <b>{t("offline")}</b> {t("offlineKept")}
        </span>
      </Banner>
    );
  if (state.status !== "refused" && !failed) return null;
  const [what, kept] = failed ? (["ourFault", "ourFaultKept"] as const) : (["outdated", "outdatedKept"] as const);
  return (
    <Banner bad>
      <Icon name="warn" />
      <span>
        <b>{t(what)}</b> {t(kept)}
      </span>
    </Banner>
  );
}
