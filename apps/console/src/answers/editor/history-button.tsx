import type { AnswerId } from "@shopbell/protocol/types";
import { useState } from "react";
import atoms from "../../ui/atoms.module.css";
import { HistoryDialog } from "./history-dialog.tsx";
import type { EditedAnswer } from "./use-answer.ts";

interface HistoryButtonProps {
  answer: Pick<EditedAnswer, "locale" | "restore">;
  id: AnswerId;
  label: string;
}

/** Leads to what a language of an answer said before. */
export function HistoryButton({ answer: { locale, restore }, id, label }: HistoryButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className={atoms.button} onClick={() => setIsOpen(true)}>
        {label}
      </button>
      <HistoryDialog
        open={isOpen}
        id={id}
        locale={locale}
        onClose={() => setIsOpen(false)}
        onRestore={(text) => {
          restore(text);
          setIsOpen(false);
        }}
      />
    </>
  );
}
