import type { AnswerId } from "@shopbell/protocol/types";
import { Link } from "@tanstack/react-router";
import { keptSearch } from "../kept-search.ts";
import { say } from "../words.ts";
import styles from "./notices.module.css";

/** Two answers to one question would both be found. */
export function Twin({ id }: { id: AnswerId }) {
  return (
    <p className={`${styles.notice} ${styles.masked}`} data-look="look" role="status">
      {say("editor.twin")}
      <Link to="/answers/$answerId" params={{ answerId: id }} search={keptSearch}>
        {say("editor.twinOpen")}
      </Link>
    </p>
  );
}
