import { Link } from "@tanstack/react-router";
import sheet from "../../settings/sheet.module.css";
import { useIsOwner } from "../../settings/site-choice.ts";
import atoms from "../../ui/atoms.module.css";
import { keptSearch } from "../kept-search.ts";
import styles from "./questions.module.css";
import { say } from "./words.ts";

/** off: the owner does not want any · noMail: nobody could confirm theirs · empty: nobody has asked */
export type Lack = "off" | "noMail" | "empty";

const SETTINGS = { off: "/settings/help-centre", noMail: "/settings/mail" } as const;

/** Why there is nothing, or nothing new, and what to do about it. */
export function NoQuestions({ lacks }: { lacks: Lack }) {
  const isOwner = useIsOwner();
  return (
    <section className={`${sheet.sheet} ${styles.none}`}>
      <h2>{say(`${lacks}.title`)}</h2>
      <p>{say(`${lacks}.what`)}</p>
      {lacks !== "empty" && !isOwner && <p className={sheet.note}>{say(`${lacks}.askOwner`)}</p>}
      {lacks !== "empty" && isOwner && (
        <Link to={SETTINGS[lacks]} search={keptSearch} className={atoms.button} data-look="main">
          {say(`${lacks}.settings`)}
        </Link>
      )}
    </section>
  );
}
