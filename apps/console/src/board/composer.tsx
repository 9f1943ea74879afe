import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import { type KeyboardEvent, type SubmitEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import styles from "./composer.module.css";
import { composerKey } from "./composer-key.ts";
import { MailHint } from "./mail-hint.tsx";
import type { FocusWish } from "./use-board.ts";

interface ComposerProps {
  id: ConversationId;
  row: ConversationSummary | undefined;
  /** What the visitor is called here, and where their conversation must be told from others. */
  name: string;
  label: string;
  wish: FocusWish | null;
  /** Where the keyboard goes when it leaves the text box. */
  onLeave(): void;
}

/** Where an agent writes. What is written is kept on this device until it is sent or deleted. */
export function Composer({ id, row, name, label, wish, onLeave }: ComposerProps) {
  const { text, write, send } = useComposed(id);
  const box = useRef<HTMLTextAreaElement>(null);
  const excess = text.length - MAX_TEXT_LENGTH;
  const sendable = text.trim() !== "" && excess <= 0;
  const { line } = useDesk();

  useEffect(() => {
    if (wish?.on === "composer" && box.current) goOnIn(box.current);
  }, [wish]);
  useGrow(box, text);

  if (row?.state === "closed") return <p className={styles.closed}>{t("pane.isClosed")}</p>;

  const onKeyDown = (event: KeyboardEvent) => {
    const key = composerKey(event.nativeEvent);
    if (key === null) return;
    event.preventDefault();
    if (key === "leave") onLeave();
    else if (sendable) send();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sendable) send();
    box.current?.focus();
  };

  return (
    <form className={styles.composer} onSubmit={onSubmit}>
      <textarea
        ref={box}
        className={styles.text}
        rows={2}
        value={text}
        aria-label={t("composer.label", { name: label })}
        placeholder={t("composer.label", { name })}
        enterKeyHint="send"
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => line.typing(id, false)}
      />
      <div className={styles.bar}>
        {row && excess <= 0 && <MailHint row={row} />}
        <span className={styles.excess} role="status">
          {excess > 0 && t("composer.tooLong", { count: excess })}
        </span>
        <button type="submit" className={styles.send} disabled={!sendable}>
          {t("composer.send")}
        </button>
      </div>
    </form>
  );
}

/** Puts the caret behind what was written before. */
function goOnIn(box: HTMLTextAreaElement): void {
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

/** The text in the box: from the device when a pane appears, to the device with every letter. */
function useComposed(id: ConversationId) {
  const { unfinished, line } = useDesk();
  const [text, setText] = useState(() => unfinished.read(id));

  const write = (next: string) => {
    setText(next);
    unfinished.write(id, next);
    line.typing(id, next.trim() !== "");
  };
  const send = () => {
    line.send(id, text);
    write("");
  };
  return { text, write, send };
}

/** Grows a text box with its text; its style sheet says up to where. */
function useGrow(box: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  // Measured anew with every text.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.blockSize = "auto";
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [box, text]);
}
