import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { reasonBehind } from "../http/relay-http.ts";
import { useLineState } from "../line/desk.tsx";

/**
 * Calls back once when the relay no longer takes this browser for a signed-in agent, whoever hears of it first.
 * What was loaded is forgotten before: the next agent at this tab must not see it.
 */
export function useSignedOut(onSignedOut: () => void): void {
  const queries = useQueryClient();
  const refused = useLineState((state) => state.refusal === "unauthorized");
  const left = useRef(false);
  const leave = useEffectEvent(() => {
    // What is still on the screen asks again for what was forgotten, and is refused again.
    if (left.current) return;
    left.current = true;
    queries.clear();
    onSignedOut();
  });

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
