import type { AnswerBook, HelpCentre } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import { SiteSelect } from "../../settings/site-select.tsx";
import atoms from "../../ui/atoms.module.css";
import { Icon } from "../../ui/icons.tsx";
import { AnswersPage } from "../answers-page.tsx";
import { keptSearch } from "../kept-search.ts";
import { bookQuery, centreQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { say } from "../words.ts";
import { AnswerGroup } from "./answer-group.tsx";
import { CategoriesDialog } from "./categories-dialog.tsx";
import { EmptyList } from "./empty-list.tsx";
import { groupsOf } from "./groups.ts";
import styles from "./list-page.module.css";
import { useOrder } from "./use-order.ts";

/** Every answer of a shop. */
export function ListPage() {
  const site = useSite();
  const book = useQuery(bookQuery(site.key));
  const centre = useQuery(centreQuery(site.key));
  const [categoriesOpen, setCategoriesOpen] = useState(false);
  const actions = (
    <>
      <SiteSelect />
      <button type="button" className={atoms.button} disabled={!book.data} onClick={() => setCategoriesOpen(true)}>
        {say("categories.title")}
      </button>
      <NewAnswer />
    </>
  );
  return (
    <AnswersPage title={say("answers.title")} what={say("answers.what")} actions={actions}>
      {book.data && centre.data ? (
        <>
          <List book={book.data} centre={centre.data} />
          <CategoriesDialog
            open={categoriesOpen}
            categories={book.data.categories}
            locales={centre.data.locales}
            onClose={() => setCategoriesOpen(false)}
          />
        </>
      ) : (
        <NotLoaded query={book.isError ? book : centre} />
      )}
    </AnswersPage>
  );
}

function NewAnswer() {
  return (
    <Link
      to="/answers/$answerId"
      params={{ answerId: "new" }}
      search={keptSearch}
      className={atoms.button}
      data-look="main"
    >
      <Icon name="plus" size="s" />
      {say("editor.new")}
    </Link>
  );
}

function List({ book, centre: { locales } }: { book: AnswerBook; centre: HelpCentre }) {
  const order = useOrder(useSite().key);
  const [sought, setSought] = useState("");
  const shown = useDeferredValue(sought); // among thousands of answers, what is typed comes first
  if (book.answers.length === 0) return <EmptyList />;
  const groups = groupsOf(book, shown);
  const ids = book.answers.map(({ id }) => id);
  return (
    <div className={styles.list}>
      <label className={styles.search}>
        <Icon name="search" size="s" />
        <span className={atoms.hidden}>{say("list.search")}</span>
        <input
          type="search"
          value={sought}
          placeholder={say("list.search")}
          onChange={(event) => setSought(event.target.value)}
        />
      </label>
      {groups.map((group) => (
        <AnswerGroup
          key={group.category?.id ?? ""}
          group={group}
          locales={locales}
          // What is not on the page cannot be passed.
          order={sought.trim() === "" ? { ids, become: order } : null}
        />
      ))}
      <p role="status" className={groups.length > 0 ? atoms.hidden : undefined}>
        {sought.trim() !== "" && say("list.found", { count: groups.flatMap(({ answers }) => answers).length })}
      </p>
    </div>
  );
}
