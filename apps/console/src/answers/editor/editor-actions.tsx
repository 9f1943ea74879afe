import atoms from "../../ui/atoms.module.css";
import { SiteSelect } from "../site-select.tsx";
import { say } from "../words.ts";
import type { EditedAnswer } from "./use-answer.ts";

/** What is done with the language that is being written. */
export function EditorActions({ answer }: { answer: EditedAnswer }) {
  const { isSaving, stored, unsaved, save, discard } = answer;
  const published = answer.text?.published ?? false;
  return (
    <>
      {stored === null && <SiteSelect />}
      {stored && unsaved && (
        <button type="button" className={atoms.button} data-look="quiet" onClick={discard}>
          {say("editor.discard")}
        </button>
      )}
      <button type="button" className={atoms.button} disabled={isSaving} onClick={() => save(false)}>
        {say(published ? "editor.withdraw" : "editor.saveDraft")}
      </button>
      <button
        type="button"
        className={atoms.button}
        data-look="main"
        disabled={isSaving || (published && !unsaved)}
        onClick={() => save(true)}
      >
        {say(published ? "editor.save" : "editor.publish")}
      </button>
    </>
  );
}
