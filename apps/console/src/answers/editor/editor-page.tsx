import type { AnswerDraft } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import atoms from "../../ui/atoms.module.css";
import { AnswersPage } from "../answers-page.tsx";
import { keptSearch } from "../kept-search.ts";
import { bookQuery, centreQuery, draftQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { Editor } from "./editor.tsx";
import { twinOf } from "./twin-of.ts";
import type { Beginning } from "./use-answer.ts";
import { beginningOf, isNew, type Known, useAnswerId } from "./use-beginning.ts";

/** One answer is written: a new one, perhaps from a reply in a chat, or one that there is. */
export function EditorPage() {
  const { answerId: param } = useParams({ from: "/desk/answers/$answerId" });
  const { from, seq } = useSearch({ from: "/desk/answers/$answerId" });
  const isFromChat = isNew(param) && from !== undefined;
  const draft = useQuery({ ...draftQuery(from ?? "", seq ?? ""), enabled: isFromChat });
  if (draft.data || !isFromChat) return <OneAnswer param={param} draft={draft.data ?? null} />;
  return (
    <Instead>
      <NotLoaded query={draft} />
      {draft.isError && <FromNothing />}
    </Instead>
  );
}

function OneAnswer({ param, draft }: { param: string; draft: AnswerDraft | null }) {
  const { key } = useSite();
  const search = useSearch({ from: "/desk/answers/$answerId" });
  const id = useAnswerId(param);
  const centre = useQuery(centreQuery(key));
  // What lies here from earlier may have been changed by others since.
  const book = useQuery({ ...bookQuery(key), refetchOnMount: "always" });
  if (!centre.data || !book.data || !book.isFetchedAfterMount) {
    return (
      <Instead>
        <NotLoaded query={centre.isError ? centre : book} />
      </Instead>
    );
  }
  const known = { book: book.data, centre: centre.data, draft, search };
  return <Opened key={id} beginning={beginningOf(id, known)} isNew={isNew(param)} known={known} />;
}

interface OpenedProps {
  beginning: Beginning;
  isNew: boolean;
  known: Known;
}

/** What it began with stays: an answer that is deleted while somebody writes does not take their words along. */
function Opened({ known: { book, centre, draft, search }, ...now }: OpenedProps) {
  const [opened] = useState(now);
  if (!opened.isNew && !opened.beginning.stored) return <Instead>{say("editor.gone")}</Instead>;
  return (
    <Editor
      beginning={opened.beginning}
      categories={book.categories}
      twin={twinOf(book, opened.beginning.locale, draft?.question ?? search.question ?? "")}
      centre={centre}
      masked={draft?.masked ?? null}
      search={search}
    />
  );
}

/** While there is no answer to be written. */
function Instead({ children }: { children: ReactNode }) {
  return <AnswersPage title={say("answers.title")}>{children}</AnswersPage>;
}

/** The reply cannot be read: the answer can be written all the same. */
function FromNothing() {
  return (
    <Link to="/answers/$answerId" params={{ answerId: "new" }} search={keptSearch} className={atoms.button}>
      {say("editor.fromNothing")}
    </Link>
  );
}
