import type { Way, WayKind, Ways } from "@shopbell/protocol/types";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { askRelay } from "../../http/relay-http.ts";
import { sitePath } from "../../http/site-path.ts";
import { showToast } from "../../ui/toasts.tsx";
import { moved, without } from "../ordered.ts";
import { say } from "../words.ts";
import { wayFault } from "./way-faults.ts";

/** Read once: what is being edited must not change under the hands. */
export function waysQuery(siteKey: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "ways"],
    queryFn: () => askRelay<Ways>("GET", sitePath(siteKey, "ways")),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** A way as it stands on the page: it keeps its place in the keyboard's order wherever it is moved to. */
interface EditedWay {
  readonly id: string;
  readonly way: Way;
}

/** The ways as they stand on the page, and how they are changed and saved. */
export function useWays(siteKey: string, saved: Ways) {
  const queries = useQueryClient();
  const [edited, setEdited] = useState(() => editedOf(saved));
  // Faults are told when somebody wants to save, not while they type.
  const [isChecked, setChecked] = useState(false);
  const saving = useMutation({
    mutationFn: (sent: Ways) => askRelay<Ways>("PUT", sitePath(siteKey, "ways"), sent),
    onSuccess: (kept) => {
      queries.setQueryData(waysQuery(siteKey).queryKey, kept);
      setEdited(editedOf(kept));
      showToast(say("ways.saved"));
    },
  });
  const become = (changed: EditedWay[]) => {
    setEdited(changed);
    setChecked(false);
    saving.reset();
  };
  const ways = edited.map(({ way }) => way);
  const save = () => {
    setChecked(true);
    if (ways.every((way) => wayFault(way) === null)) saving.mutate({ ways });
  };
  return {
    edited,
    faultOf: (way: Way) => (isChecked ? wayFault(way) : null),
    unsaved: JSON.stringify(ways) !== JSON.stringify(saved.ways),
    isSaving: saving.isPending,
    refusal: saving.error && refusalSentence(saving.error),
    add: (kind: WayKind) => become([...edited, ...editedOf({ ways: [{ kind, value: "", hours: null }] })]),
    change: (index: number, way: Way) =>
      become(edited.map((each, place) => (place === index ? { ...each, way } : each))),
    move: (index: number, step: 1 | -1) => become(moved(edited, index, step)),
    remove: (index: number) => become(without(edited, index)),
    discard: () => become(editedOf(saved)),
    save,
  };
}

function editedOf({ ways }: Ways): EditedWay[] {
  return ways.map((way) => ({ id: crypto.randomUUID(), way }));
}
