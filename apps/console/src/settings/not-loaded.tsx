import type { UseQueryResult } from "@tanstack/react-query";
import { refusalSentence } from "../http/problem-sentence.ts";
import atoms from "../ui/atoms.module.css";
import { say } from "./words.ts";

/** In place of what is still on its way, or did not come. */
export function NotLoaded({ query }: { query: UseQueryResult }) {
  if (!query.isError) return <p role="status">{say("settings.loading")}</p>;
  return (
    <p role="alert">
      {say("settings.missing", { reason: refusalSentence(query.error) })}{" "}
      <button type="button" className={atoms.button} onClick={() => query.refetch()}>
        {say("settings.tryAgain")}
      </button>
    </p>
  );
}
