import type { Category, HelpCentre } from "@shopbell/protocol/types";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import sheet from "../../settings/sheet.module.css";
import { UnsavedGuard } from "../../settings/unsaved-guard.tsx";
import { AnswersPage } from "../answers-page.tsx";
import { keptSearch } from "../kept-search.ts";
import { doneWith } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import styles from "./editor.module.css";
import { EditorActions } from "./editor-actions.tsx";
import { EditorFoot } from "./editor-foot.tsx";
import type { EditorSearch } from "./editor-search.ts";
import { Notices } from "./notices.tsx";
import { Preview } from "./preview.tsx";
import { SharedFields } from "./shared-fields.tsx";
import { TextFields } from "./text-fields.tsx";
import { textAt } from "./typed-answer.ts";
import { type Beginning, useAnswer } from "./use-answer.ts";
import { useCtrlEnter } from "./use-ctrl-enter.ts";
import { useFaultFocus } from "./use-fault-focus.ts";

interface EditorProps {
  beginning: Beginning;
  categories: readonly Category[];
  centre: HelpCentre;
  /** How many personal details were masked in a reply from a chat; null where it is from none. */
  masked: number | null;
  search: EditorSearch;
}

/** An answer is written beside what readers will see. Nothing is lost by leaving, by a colleague, or by a refusal. */
export function Editor({ beginning, categories, centre, masked, search: { from, question } }: EditorProps) {
  const site = useSite();
  const navigate = useNavigate();
  const learned = useMutation({ mutationFn: (locale: string) => doneWith(site.key, question ?? "", locale) });
  const answer = useAnswer(site.key, beginning, ({ locale, published }) => {
    if (published && question !== undefined) learned.mutate(locale);
    navigate({
      to: "/answers/$answerId",
      params: { answerId: beginning.id },
      search: (search) => ({ ...keptSearch(search), from, question: published ? undefined : question }),
      replace: true,
      ignoreBlocker: true,
    });
  });
  const form = useFaultFocus(answer.faults);
  useCtrlEnter(() => answer.save(true));
  return (
    <AnswersPage
      pinned
      title={say(answer.stored ? "editor.title" : "editor.new")}
      actions={<EditorActions answer={answer} />}
    >
      <UnsavedGuard unsaved={answer.unsaved}>
        <Notices answer={answer} masked={masked} centre={centre} from={from} />
        <div ref={form} className={styles.columns}>
          <div className={styles.main}>
            <TextFields answer={answer} locales={centre.locales} />
            <SharedFields answer={answer} categories={categories} locales={centre.locales} />
            {answer.stored && <EditorFoot answer={answer} stored={answer.stored} centre={centre} />}
          </div>
          <section className={`${sheet.sheet} ${styles.preview}`} aria-label={say("editor.preview")}>
            <Preview text={textAt(answer.typed, answer.locale)} locale={answer.locale} />
          </section>
        </div>
      </UnsavedGuard>
    </AnswersPage>
  );
}
