import type { SearchedWords } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { doneWith, learningQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import type { EditorSearch } from "./editor-search.ts";

/** As far back as the relay tells. */
const DAYS = 90;

/** Takes off the lists of what to do what an answer was written for: the words it began with, and those that its chat began with. */
export function useLearned({ from, question, locale }: EditorSearch): (published: string) => void {
  const { key } = useSite();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async (published: string) => {
      const rows: Pick<SearchedWords, "words" | "locale">[] = [];
      if (question !== undefined) rows.push({ words: question, locale: locale ?? published });
      if (from !== undefined) {
        const { missing, chats } = await queries.fetchQuery({ ...learningQuery(key, DAYS), staleTime: 0 });
        rows.push(...[...missing, ...chats].filter(({ conversation }) => conversation?.id === from));
      }
      await Promise.all(rows.map((row) => doneWith(key, row.words, row.locale)));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["site", key, "learning"] }),
  });
  return mutate;
}
