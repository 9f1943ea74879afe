import type { ConversationId } from "@shopbell/protocol/types";
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle } from "react";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import type { AnswerChoice } from "./answers/answer-choices.ts";
import { AnswerMenu, optionId } from "./answers/answer-menu.tsx";
import { slashAt, slashBefore } from "./answers/slash.ts";
import { useAnswerMenu } from "./answers/use-answer-menu.ts";
import styles from "./composer.module.css";
import { composerKey } from "./composer-key.ts";
import type { FocusWish } from "./use-board.ts";
import { type Box, useBox } from "./use-box.ts";

/** What others than the keyboard do in the box. */
export interface ComposerHandle {
  focus(): void;
  /** Puts a sentence behind what was written, for the agent to go on from there. */
  add(sentence: string): void;
  /** Opens the list of answers. */
  callAnswers(): void;
}

interface ComposerBoxProps {
  ref: Ref<ComposerHandle>;
  id: ConversationId;
  siteKey: string | undefined;
  /** What the visitor is called here, and where their conversation must be told from others. */
  name: string;
  label: string;
  text: string;
  wish: FocusWish | null;
  onWrite(text: string): void;
  onCard(card: AnswerChoice): void;
  onSend(): void;
  /** Where the keyboard goes when it leaves the box. */
  onLeave(): void;
}

/** The box that an agent writes in, and the answers that a slash in it leads to. */
export function ComposerBox({ ref, id, siteKey, name, label, text, wish, ...on }: ComposerBoxProps) {
  const { line } = useDesk();
  const listId = useId();
  const box = useBox(text, on.onWrite);
  const choose = (card: AnswerChoice) => {
    const slash = slashBefore(text, box.caret);
    if (slash) box.put("", slash.at, box.caret);
    on.onCard(card);
  };
  const menu = useAnswerMenu(siteKey, text, box.caret, choose);
  useImperativeHandle(ref, () => handleOf(box));
  useEffect(() => {
    if (wish?.on === "composer" && box.ref.current) goOnIn(box.ref.current);
  }, [wish, box.ref]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isTaken = menu.press(event.nativeEvent);
    const key = isTaken ? null : composerKey(event.nativeEvent);
    if (isTaken || key !== null) event.preventDefault();
    if (key === "leave") on.onLeave();
    if (key === "send" && !menu.holds) on.onSend();
  };
  const isOpen = menu.choices.length > 0;
  return (
    <>
      <AnswerMenu id={listId} menu={menu} onChoose={choose} />
      <textarea
        ref={box.ref}
        className={styles.text}
        rows={2}
        value={text}
        aria-label={t("composer.label", { name: label })}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(listId, menu.active) : undefined}
        placeholder={t("composer.label", { name })}
        enterKeyHint="send"
        onChange={({ target }) => {
          box.setCaret(target.selectionStart);
          on.onWrite(target.value);
        }}
        onSelect={({ currentTarget }) => box.setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onBlur={() => line.typing(id, false)}
      />
    </>
  );
}

/** Puts the caret behind what was written before. */
function goOnIn(box: HTMLTextAreaElement): void {
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

function handleOf({ ref, put }: Box): ComposerHandle {
  return {
    focus: () => ref.current?.focus(),
    add: (sentence) => {
      const { value = "" } = ref.current ?? {};
      const written = value.trimEnd();
      put(written === "" ? sentence : `\n${sentence}`, written.length, value.length);
    },
    callAnswers: () => {
      const { value = "", selectionStart: caret = 0 } = ref.current ?? {};
      put(slashAt(value, caret), caret, caret);
    },
  };
}
