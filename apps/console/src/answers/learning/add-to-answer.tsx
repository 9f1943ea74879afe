import { Dialog } from "@base-ui/react/dialog";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { Refused } from "../../http/relay-http.ts";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import dialog from "../../ui/dialog.module.css";
import { showToast } from "../../ui/toasts.tsx";
import { bookQuery, saveAnswer } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import styles from "./add-to-answer.module.css";
import { AnswerCombobox, type Choice } from "./answer-combobox.tsx";
import { keywordOf, withKeyword } from "./keyword.ts";

interface AddToAnswerProps {
  open: boolean;
  words: string;
  locale: string;
  onClose(): void;
  onAdded(): void;
}

/** Has an answer found by words that visitors searched in vain. */
export function AddToAnswer({ open, onClose, ...form }: AddToAnswerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={`${dialog.popup} ${styles.popup}`}>
          <Dialog.Title className={dialog.title}>{say("add.title")}</Dialog.Title>
          <Dialog.Description>{say("add.what", { words: keywordOf(form.words) })}</Dialog.Description>
          <AddForm {...form} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function AddForm({ words, locale, onAdded }: Omit<AddToAnswerProps, "open" | "onClose">) {
  const { key } = useSite();
  const queries = useQueryClient();
  const book = useQuery({ ...bookQuery(key), refetchOnMount: "always" });
  const [chosen, setChosen] = useState<Choice | null>(null);
  const adding = useMutation({
    mutationFn: async ({ id }: Choice) => {
      // By the newest version: only its keywords are changed, whatever others have written.
      const { answers } = await queries.fetchQuery({ ...bookQuery(key), staleTime: 0 });
      const answer = answers.find((each) => each.id === id);
      const edit = answer && withKeyword(answer, words, locale);
      if (!edit) throw new Refused("not-found");
      return saveAnswer(key, id, edit);
    },
    onSuccess: () => {
      showToast(say("add.done"));
      onAdded();
      return queries.invalidateQueries({ queryKey: bookQuery(key).queryKey });
    },
  });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen && !adding.isPending) adding.mutate(chosen);
  };
  if (!book.data) return <NotLoaded query={book} />;
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <AnswerCombobox answers={book.data.answers} locale={locale} onChoose={setChosen} />
      {adding.error && (
        <p className={sheet.fault} role="alert">
          {say("add.failed", { reason: refusalSentence(adding.error) })}
        </p>
      )}
      <div className={styles.choices}>
        <Dialog.Close className={atoms.button}>{say("answers.cancel")}</Dialog.Close>
        <button type="submit" className={atoms.button} data-look="main" aria-disabled={!chosen || adding.isPending}>
          {say("add.button")}
        </button>
      </div>
    </form>
  );
}
