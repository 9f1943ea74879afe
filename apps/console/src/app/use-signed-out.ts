import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { reasonBehind } from "../http/relay-http.ts";
import { useLineState } from "../line/desk.tsx";

/** Calls back when the relay no longer takes this browser for a signed-in agent, whoever hears of it first. */
export function useSignedOut(onSignedOut: () => void): void {
  const queries = useQueryClient();
  const refused = useLineState((state) => state.refusal === "unauthorized");
  const leave = useEffectEvent(onSignedOut);

  useEffect(() => {
    if (refused) leave();
  }, [refused]);

  useEffect(() => {
    const look = (event: { type: string; action?: { type: string; error?: unknown } }) => {
      if (event.action?.type === "error" && reasonBehind(event.action.error) === "unauthorized") leave();
    };
    const stops = [queries.getQueryCache().subscribe(look), queries.getMutationCache().subscribe(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [queries]);
}
