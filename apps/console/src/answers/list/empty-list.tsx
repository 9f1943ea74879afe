import { Link } from "@tanstack/react-router";
import sheet from "../../settings/sheet.module.css";
import { useIsOwner } from "../../settings/site-choice.ts";
import atoms from "../../ui/atoms.module.css";
import { keptSearch } from "../kept-search.ts";
import { say } from "../words.ts";
import styles from "./empty-list.module.css";

/** What answers do for a shop, and three ways to begin. */
export function EmptyList() {
  const isOwner = useIsOwner();
  return (
    <section className={`${sheet.sheet} ${styles.empty}`}>
      <h2>{say("empty.title")}</h2>
      <p>{say("empty.what")}</p>
      <div className={sheet.row}>
        <Link
          to="/answers/$answerId"
          params={{ answerId: "new" }}
          search={keptSearch}
          className={atoms.button}
          data-look="main"
        >
          {say("empty.write")}
        </Link>
        {isOwner && (
          <>
            <Link to="/answers/transfer" hash="page" search={keptSearch} className={atoms.button}>
              {say("empty.fromPage")}
            </Link>
            <Link to="/answers/transfer" hash="csv" search={keptSearch} className={atoms.button}>
              {say("empty.fromCsv")}
            </Link>
          </>
        )}
      </div>
    </section>
  );
}
