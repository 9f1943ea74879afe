import type { RefObject } from "react";
import { SiteSelect } from "../../settings/site-select.tsx";
import atoms from "../../ui/atoms.module.css";
import { languageName } from "../languages.ts";
import { say } from "../words.ts";
import type { EditedAnswer } from "./use-answer.ts";

interface EditorActionsProps {
  answer: EditedAnswer;
  /** Where there are several, the buttons name the one that they are for. */
  locales: readonly string[];
  /** What publishes or saves: the keyboard comes here from buttons that go. */
  main: RefObject<HTMLButtonElement | null>;
}

/** What is done with the language that is being written. While it is on its way the buttons only look grey: the keyboard stays on them. */
export function EditorActions({ answer, locales, main }: EditorActionsProps) {
  const { isSaving, stored, text, unsaved, locale, save, discard } = answer;
  const published = text?.published ?? false;
  const isAsItIs = published && !unsaved;
  const language = languageName(locale);
  const name = (act: "save" | "publish" | "saveDraft" | "withdraw") =>
    locales.length > 1 ? say(`editor.${act}In`, { language }) : say(`editor.${act}`);
  return (
    <>
      {stored === null && <SiteSelect />}
      {stored && unsaved && (
        <button
          type="button"
          className={atoms.button}
          data-look="quiet"
          onClick={() => {
            discard();
            main.current?.focus();
          }}
        >
          {say("editor.discard")}
        </button>
      )}
      <button type="button" className={atoms.button} aria-disabled={isSaving} onClick={() => save(false)}>
        {name(published ? "withdraw" : "saveDraft")}
      </button>
      <button
        ref={main}
        type="button"
        className={atoms.button}
        data-look="main"
        aria-disabled={isSaving || isAsItIs}
        onClick={() => isAsItIs || save(true)}
      >
        {name(published ? "save" : "publish")}
      </button>
    </>
  );
}
