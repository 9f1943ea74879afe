import type { AnswerDraft } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import atoms from "../../ui/atoms.module.css";
import { AnswersPage } from "../answers-page.tsx";
import { keptSearch } from "../kept-search.ts";
import { bookQuery, centreQuery, draftQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { Editor } from "./editor.tsx";
import { beginningOf, isNew, useAnswerId } from "./use-beginning.ts";

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
  const beginning = beginningOf(id, { book: book.data, centre: centre.data, draft, search });
  if (!isNew(param) && !beginning.stored) return <Instead>{say("editor.gone")}</Instead>;
  return (
    <Editor
      key={id}
      beginning={beginning}
      categories={book.data.categories}
      centre={centre.data}
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
