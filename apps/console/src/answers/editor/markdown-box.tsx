import { Toolbar } from "@base-ui/react/toolbar";
import { MAX_ANSWER_LENGTH } from "@shopbell/protocol/limits";
import { type KeyboardEvent, useId, useRef } from "react";
import { flushSync } from "react-dom";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import { say } from "../words.ts";
import styles from "./markdown-box.module.css";
import { type Change, type Mark, marked, markOf } from "./marking.ts";

const MARKS: readonly { mark: Mark; key?: string }[] = [
  { mark: "bold", key: "Control+B" },
  { mark: "italic", key: "Control+I" },
  { mark: "link", key: "Control+K" },
  { mark: "list" },
  { mark: "numbers" },
  { mark: "heading" },
];

interface MarkdownBoxProps {
  text: string;
  fault: string | null;
  onText(text: string): void;
}

/** The text of an answer in Markdown, with buttons and keys for whoever does not know it. */
export function MarkdownBox({ text, fault, onText }: MarkdownBoxProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const mark = (how: Mark) => {
    const { current } = box;
    if (!current) return;
    const change = marked({ text, from: current.selectionStart, to: current.selectionEnd }, how);
    put(current, change, (changed) => flushSync(() => onText(changed)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const how = markOf(event);
    if (how === null) return;
    // Ctrl+K is not the browser's address bar, nor Ctrl+B its bookmarks, while somebody writes.
    event.preventDefault();
    mark(how);
  };
  return (
    <div className={sheet.field}>
      <label htmlFor={id}>{say("editor.text")}</label>
      <div className={styles.box} data-fault={fault !== null}>
        <Toolbar.Root className={styles.tools} aria-label={say("editor.tools")}>
          {MARKS.map(({ mark: how, key }) => (
            <Toolbar.Button
              key={how}
              className={atoms.iconButton}
              aria-label={say(`mark.${how}`)}
              title={say(`mark.${how}`)}
              aria-keyshortcuts={key}
              onClick={() => mark(how)}
            >
              <Icon name={how} size="s" />
            </Toolbar.Button>
          ))}
        </Toolbar.Root>
        <textarea
          ref={box}
          id={id}
          className={styles.text}
          dir="auto"
          rows={10}
          maxLength={MAX_ANSWER_LENGTH}
          value={text}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-note`}
          onKeyDown={onKeyDown}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      <p id={`${id}-note`} className={fault ? sheet.fault : sheet.note}>
        {fault ?? say("editor.textHint")}
      </p>
    </div>
  );
}

/** Puts something into the box the way typing does where the browser can: so that it can be undone by Ctrl+Z. */
function put(box: HTMLTextAreaElement, change: Change, onText: (text: string) => void): void {
  box.focus();
  box.setSelectionRange(change.from, change.to);
  if (!document.execCommand?.("insertText", false, change.text)) {
    onText(box.value.slice(0, change.from) + change.text + box.value.slice(change.to));
  }
  box.setSelectionRange(...change.choose);
}
