import atoms from "../ui/atoms.module.css";
import sheet from "./sheet.module.css";
import { say } from "./words.ts";

interface SaveRowProps {
  form: {
    unsaved: boolean;
    isSaving: boolean;
    /** Why the relay did not take it; null where nothing went wrong. */
    refusal: string | null;
    discard(): void;
  };
  /** What saving is called here. */
  save: string;
}

/** The end of a form: why it was not saved, and the ways on. */
export function SaveRow({ form: { unsaved, isSaving, refusal, discard }, save }: SaveRowProps) {
  // Not `disabled`: that would take the keyboard away from whoever has just saved.
  const isIdle = !unsaved || isSaving;
  return (
    <>
      {refusal && (
        <p className={sheet.fault} role="alert">
          {say("settings.notSaved", { reason: refusal })}
        </p>
      )}
      <div className={sheet.row}>
        <button
          type="submit"
          className={atoms.button}
          data-look="main"
          aria-disabled={isIdle}
          onClick={(event) => isIdle && event.preventDefault()}
        >
          {save}
        </button>
        {unsaved && (
          <button type="button" className={atoms.button} onClick={discard}>
            {say("settings.discard")}
          </button>
        )}
      </div>
    </>
  );
}
