import { Dialog } from "@base-ui/react/dialog";
import type { Category } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { moved, without } from "../../settings/ordered.ts";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import dialog from "../../ui/dialog.module.css";
import { Icon } from "../../ui/icons.tsx";
import { showToast } from "../../ui/toasts.tsx";
import { newId } from "../new-id.ts";
import { bookQuery, saveCategories } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import styles from "./categories-dialog.module.css";
import { CategoryFields } from "./category-fields.tsx";
import { named } from "./named.ts";

const MAX_CATEGORIES = 30;

interface CategoriesDialogProps {
  open: boolean;
  categories: readonly Category[];
  locales: readonly string[];
  onClose(): void;
}

/** The categories of a shop's answers: their names in each language, their pictures and their order. */
export function CategoriesDialog({ open, onClose, ...form }: CategoriesDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => isOpen || onClose()} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={`${dialog.popup} ${styles.popup}`}>
          <Dialog.Title className={dialog.title}>{say("categories.title")}</Dialog.Title>
          <Dialog.Description className={sheet.note}>{say("categories.what")}</Dialog.Description>
          <CategoriesForm onClose={onClose} {...form} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CategoriesForm({ categories, locales, onClose }: Omit<CategoriesDialogProps, "open">) {
  const { key } = useSite();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(categories);
  const [checked, setChecked] = useState(false);
  const saving = useMutation({
    mutationFn: () => saveCategories(key, typed.map(named)),
    onSuccess: () => {
      showToast(say("categories.saved"));
      onClose();
      return queries.invalidateQueries({ queryKey: bookQuery(key).queryKey });
    },
  });
  const isNameless = (category: Category) => Object.keys(named(category).names).length === 0;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!typed.some(isNameless)) saving.mutate();
  };
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      {typed.length === 0 && <p>{say("categories.empty")}</p>}
      <ol className={styles.list}>
        {typed.map((category, index) => (
          <CategoryFields
            key={category.id}
            category={category}
            locales={locales}
            isFaulty={checked && isNameless(category)}
            onChange={(changed) => setTyped(typed.map((each) => (each === category ? changed : each)))}
            place={{ index, count: typed.length }}
            onMove={(step) => setTyped(moved(typed, index, step))}
            onRemove={() => setTyped(without(typed, index))}
          />
        ))}
      </ol>
      {typed.length < MAX_CATEGORIES && (
        <button
          type="button"
          className={`${atoms.button} ${styles.add}`}
          data-look="quiet"
          onClick={() => setTyped([...typed, { id: newId(), icon: "question", names: {} }])}
        >
          <Icon name="plus" size="s" />
          {say("categories.add")}
        </button>
      )}
      {saving.error && (
        <p className={sheet.fault} role="alert">
          {say("categories.notSaved", { reason: refusalSentence(saving.error) })}
        </p>
      )}
      <div className={styles.choices}>
        <button type="button" className={atoms.button} onClick={onClose}>
          {say("answers.cancel")}
        </button>
        <button type="submit" className={atoms.button} data-look="main" disabled={saving.isPending}>
          {say("categories.save")}
        </button>
      </div>
    </form>
  );
}
