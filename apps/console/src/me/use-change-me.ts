import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalSentence } from "../http/problem-sentence.ts";
import { changeMe, meQuery } from "../http/queries.ts";
import { t } from "../i18n.ts";
import { showToast } from "../ui/toasts.tsx";

/** Changes what the relay keeps of me. What is shown is what it says afterwards. */
export function useChangeMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: changeMe,
    onError: (error) => showToast(t("done.failed", { reason: refusalSentence(error) })),
    onSettled: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}
