import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { meQuery } from "../http/queries.ts";
import { useDesk } from "../line/desk.tsx";

/** Asks anew what the bells say whenever somebody comes to the counter or leaves it. */
export function useBellsAfresh(): void {
  const { line } = useDesk();
  const queries = useQueryClient();
  useEffect(
    () =>
      line.onFrame((frame) => {
        if (frame.type === "team.changed") queries.invalidateQueries({ queryKey: meQuery.queryKey });
      }),
    [line, queries],
  );
}
