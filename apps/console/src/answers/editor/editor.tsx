import type { AnswerId, Category, HelpCentre } from "@shopbell/protocol/types";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import sheet from "../../settings/sheet.module.css";
import { UnsavedGuard } from "../../settings/unsaved-guard.tsx";
import { useFaultFocus } from "../../settings/use-fault-focus.ts";
import { AnswersPage } from "../answers-page.tsx";
import { keptSearch } from "../kept-search.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import styles from "./editor.module.css";
import { EditorActions } from "./editor-actions.tsx";
import { EditorFoot } from "./editor-foot.tsx";
import type { EditorSearch } from "./editor-search.ts";
import { Masked } from "./masked.tsx";
import { Outcome } from "./outcome.tsx";
import { Preview } from "./preview.tsx";
import { SharedFields } from "./shared-fields.tsx";
import { TextFields } from "./text-fields.tsx";
import { Twin } from "./twin.tsx";
import { textAt } from "./typed-answer.ts";
import { type Beginning, useAnswer } from "./use-answer.ts";
import { useCtrlEnter } from "./use-ctrl-enter.ts";
import { useLearned } from "./use-learned.ts";

interface EditorProps {
  beginning: Beginning;
  categories: readonly Category[];
  centre: HelpCentre;
  /** How many personal details were masked in a reply from a chat; null where it is from none. */
  masked: number | null;
  /** The answer that the shop has to this question already. */
  twin: AnswerId | null;
  search: EditorSearch;
}

/** An answer is written beside what readers will see. Nothing is lost by leaving, by a colleague, or by a refusal. */
export function Editor({ beginning, categories, centre, masked, twin, search }: EditorProps) {
  const { from, question } = search;
  const learned = useLearned(search);
  const navigate = useNavigate();
  const answer = useAnswer(useSite().key, beginning, ({ locale, published }) => {
    if (published) learned(locale);
    navigate({
      to: "/answers/$answerId",
      params: { answerId: beginning.id },
      search: (kept) => ({ ...keptSearch(kept), from, question: published ? undefined : question }),
      replace: true,
      ignoreBlocker: true,
    });
  });
  const { stored, typed, locale, text, unsaved, faults, save } = answer;
  const main = useRef<HTMLButtonElement>(null);
  const form = useFaultFocus<HTMLDivElement>(faults);
  const isBegun = beginning.stored !== null;
  useEffect(() => {
    if (!isBegun) form.current?.querySelector("input")?.focus();
  }, [isBegun, form]);
  useCtrlEnter(() => unsaved && save(text?.published ?? false));
  return (
    <AnswersPage
      title={say(stored ? "editor.title" : "editor.new")}
      actions={<EditorActions answer={answer} locales={centre.locales} main={main} />}
      outcome={<Outcome answer={answer} centre={centre} from={from} onChosen={() => main.current?.focus()} />}
    >
      <UnsavedGuard unsaved={unsaved}>
        {stored === null && twin !== null && <Twin id={twin} />}
        {stored === null && masked !== null && <Masked count={masked} />}
        <div ref={form} className={styles.columns}>
          <div className={styles.main}>
            <TextFields answer={answer} locales={centre.locales} />
            <SharedFields answer={answer} categories={categories} locales={centre.locales} />
            {stored && <EditorFoot answer={answer} stored={stored} centre={centre} />}
          </div>
          <section className={`${sheet.sheet} ${styles.preview}`} aria-label={say("editor.preview")}>
            <Preview text={textAt(typed, locale)} locale={locale} />
          </section>
        </div>
      </UnsavedGuard>
    </AnswersPage>
  );
}
