import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { meQuery } from "../http/queries.ts";
import { useLineState } from "../line/desk.tsx";

/** Asks anew what the bells say whenever somebody comes to the counter or leaves it: also when I am the first. */
export function useBellsAfresh(): void {
  const team = useLineState((state) => state.team);
  const queries = useQueryClient();
  useEffect(() => {
    // Of the first who come no frame tells but the welcome, and what the bells said was asked before it.
    if (team.length > 0) queries.invalidateQueries({ queryKey: meQuery.queryKey });
  }, [team, queries]);
}
