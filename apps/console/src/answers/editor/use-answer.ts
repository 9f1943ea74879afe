import type { AnswerId, WrittenAnswer } from "@shopbell/protocol/types";
import { useState } from "react";
import { afterSaving, sameText, sameTyped } from "./same-typed.ts";
import { editOf, faultsOf, NO_FAULTS, type TypedAnswer, type TypedText, typedOf, withText } from "./typed-answer.ts";
import { type Sent, useSaving } from "./use-saving.ts";

/** With what the editor is opened. */
export interface Beginning {
  readonly id: AnswerId;
  /** As it is stored; null is a new one. */
  readonly stored: WrittenAnswer | null;
  readonly typed: TypedAnswer;
  readonly locale: string;
}

/** What was done last: what the page says of it. */
export type Done = "draft" | "published" | "saved" | "withdrawn" | "restored" | "keptMine";

/** An answer as it stands in the editor, and how it is changed and saved: one language at a time, with what all of them share. */
export function useAnswer(siteKey: string, beginning: Beginning, onSaved: (sent: Sent) => void) {
  const [stored, setStored] = useState(beginning.stored);
  const [typed, setTyped] = useState(beginning.typed);
  const [locale, setLocale] = useState(beginning.locale);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [done, setDone] = useState<Done | null>(null);
  const text = stored?.texts.find((each) => each.locale === locale);
  const origin = stored ? typedOf(stored) : beginning.typed;
  const { isSaving, trouble, send, forgetTrouble } = useSaving(siteKey, beginning.id, (answer, sent) => {
    setStored(answer);
    // What was typed while it was on its way stays, and is unsaved.
    setTyped((now) => (now === sent.typed ? afterSaving(now, sent.locale, answer) : now));
    setDone(whatWasDone(sent));
    onSaved(sent);
  });
  const become = (changed: TypedAnswer, what: Done | null) => {
    setTyped(changed);
    setDone(what);
    setFaults(NO_FAULTS);
  };
  const save = (published: boolean, on = stored) => {
    const found = faultsOf(editOf(typed, 0, locale, published));
    setFaults(found);
    const isSound = Object.values(found).every((fault) => fault === null);
    if (isSound && !isSaving) send({ typed, locale, published, stored: on });
  };
  const goOnFrom = (theirs: WrittenAnswer) => {
    setStored(theirs);
    forgetTrouble();
  };
  return {
    ...{ stored, typed, locale, faults, done, text, isSaving, trouble, save },
    unsaved: !sameTyped(typed, origin),
    isUnsavedIn: (each: string) => !sameText(typed, origin, each),
    // That one's own words have to be saved yet is said until they are.
    change: (changed: TypedAnswer) => become(changed, done === "keptMine" ? done : null),
    choose: setLocale,
    discard: () => become(origin, null),
    /** Puts an older version into the editor, where it is not saved yet. */
    restore: (older: TypedText) => become(withText(typed, locale, older), "restored"),
    saveAsNew: () => save(text?.published ?? false, null),
    keepMine: (theirs: WrittenAnswer) => {
      goOnFrom(theirs);
      setDone("keptMine");
    },
    loadTheirs: (theirs: WrittenAnswer) => {
      goOnFrom(theirs);
      become(typedOf(theirs), null);
    },
  };
}

export type EditedAnswer = ReturnType<typeof useAnswer>;

function whatWasDone({ locale, published, stored }: Sent): Done {
  const before = stored?.texts.find((text) => text.locale === locale)?.published ?? false;
  if (published) return before ? "saved" : "published";
  return before ? "withdrawn" : "draft";
}
