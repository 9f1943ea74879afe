import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { useShop } from "./shop.ts";

export interface ComposerProps {
  /** `write` stands on the first screen, `say` under a conversation. */
  look: "write" | "say";
  placeholder: string;
  hint?: string;
  draft: string;
  input: RefObject<HTMLTextAreaElement | null>;
  onDraft(text: string): void;
  /** Called with a text that has words in it. */
  onSend(text: string): void;
}

/** The box in which the visitor writes. It grows with its text, to the six lines that its style allows. */
export function Composer({ look, placeholder, hint, draft, input, onDraft, onSend }: ComposerProps) {
  const { t } = useShop().words;

  useLayoutEffect(() => {
    const box = input.current;
    if (!box) return;
    box.style.blockSize = "auto";
    box.style.blockSize = `${box.scrollHeight}px`;
  }, [draft, input]);

  function send(event: Event): void {
    event.preventDefault();
    if (!draft.trim()) return;
    onSend(draft);
    input.current?.focus();
  }

  return (
    <form class={look} onSubmit={send}>
      <textarea
        class="text"
        ref={input}
        rows={1}
        dir="auto"
        aria-label={t("yourMessage")}
        placeholder={placeholder}
        maxLength={MAX_TEXT_LENGTH}
        enterkeyhint="send"
        value={draft}
        onInput={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={(event) => sends(event) && send(event)}
      />
      {look === "write" && <span class="hint meta">{hint}</span>}
      <button type="submit" class="go" aria-label={t("send")} disabled={!draft.trim()}>
        <Icon name="send" />
      </button>
    </form>
  );
}

/**
 * Whether a key sends what was written. Never while an input method composes: its Enter chooses a word. Safari says so only
 * with key code 229.
 */
function sends({ key, shiftKey, isComposing, keyCode }: KeyboardEvent): boolean {
  return key === "Enter" && !shiftKey && !isComposing && keyCode !== 229;
}
