import type { HelpCentre, WrittenAnswer } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { AskDialog } from "../../settings/ask-dialog.tsx";
import sheet from "../../settings/sheet.module.css";
import atoms from "../../ui/atoms.module.css";
import { showToast } from "../../ui/toasts.tsx";
import { helpLink } from "../help-link.ts";
import { keptSearch } from "../kept-search.ts";
import { bookQuery, deleteAnswer } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { HistoryButton } from "./history-button.tsx";
import type { EditedAnswer } from "./use-answer.ts";

interface EditorFootProps {
  answer: EditedAnswer;
  stored: WrittenAnswer;
  centre: HelpCentre;
}

/** What it said before, and how to be rid of it. */
export function EditorFoot({ answer, stored, centre }: EditorFootProps) {
  const { text } = answer;
  const site = useSite();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const deletion = useMutation({
    mutationFn: () => deleteAnswer(site.key, stored.id),
    onSuccess: async () => {
      showToast(say("delete.done"));
      await navigate({
        to: "/answers",
        search: keptSearch,
        ignoreBlocker: true,
      });
      return queries.invalidateQueries({ queryKey: bookQuery(site.key).queryKey });
    },
    onError: (error) => showToast(say("delete.failed", { reason: refusalSentence(error) })),
  });
  return (
    <div className={sheet.row}>
      {text?.published && (
        <a className={atoms.button} href={helpLink(centre, site.key, text)} target="_blank" rel="noreferrer">
          {say("editor.open")}
        </a>
      )}
      <HistoryButton answer={answer} id={stored.id} label={say("history.open")} />
      <button type="button" className={atoms.button} data-look="quiet" onClick={() => setAsks(true)}>
        {say("delete.button")}
      </button>
      <AskDialog
        open={asks}
        title={say("delete.title")}
        what={say("delete.what")}
        yes={say("delete.yes")}
        no={say("answers.cancel")}
        onAnswer={(yes) => {
          setAsks(false);
          if (yes) deletion.mutate();
        }}
      />
    </div>
  );
}
