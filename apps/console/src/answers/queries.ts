import type {
  AnswerBook,
  AnswerDraft,
  AnswerEdit,
  AnswerHistory,
  AnswerId,
  AnswerPreview,
  Category,
  HelpCentre,
  Learning,
  WrittenAnswer,
} from "@shopbell/protocol/types";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { askRelay } from "../http/relay-http.ts";
import { sitePath } from "../http/site-path.ts";

/** Every answer of a shop, with its languages, in their order. */
export function bookQuery(siteKey: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "answers"],
    queryFn: () => askRelay<AnswerBook>("GET", sitePath(siteKey, "answers")),
  });
}

/** In which languages answers are written, and where they are published. */
export function centreQuery(siteKey: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "help-centre"],
    queryFn: () => askRelay<HelpCentre>("GET", sitePath(siteKey, "help-centre")),
  });
}

export function saveAnswer(siteKey: string, id: AnswerId, edit: AnswerEdit): Promise<WrittenAnswer> {
  return askRelay("PUT", answerPath(siteKey, id), edit);
}

export function deleteAnswer(siteKey: string, id: AnswerId): Promise<void> {
  return askRelay("DELETE", answerPath(siteKey, id));
}

export function saveOrder(siteKey: string, ids: readonly AnswerId[]): Promise<void> {
  return askRelay("PUT", sitePath(siteKey, "answers-order"), { ids });
}

export function saveCategories(siteKey: string, categories: readonly Category[]): Promise<void> {
  return askRelay("PUT", sitePath(siteKey, "categories"), { categories });
}

/** What one language of an answer said before, newest first. */
export function historyQuery(siteKey: string, id: AnswerId, locale: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "answers", id, "history", locale],
    queryFn: () => askRelay<AnswerHistory>("GET", `${answerPath(siteKey, id)}/history?locale=${locale}`),
    gcTime: 0,
  });
}

/** How readers see a text. The last one is shown until the next has come. */
export function previewQuery(source: string) {
  return queryOptions({
    queryKey: ["answer-preview", source],
    queryFn: () => askRelay<AnswerPreview>("POST", "/v1/agent/answer-preview", { source }),
    placeholderData: keepPreviousData,
    enabled: source.trim() !== "",
  });
}

/** A reply from a chat as the beginning of an answer. Read once: it is typed over. */
export function draftQuery(conversationId: string, seq: string) {
  return queryOptions({
    queryKey: ["conversation", conversationId, "answer-draft", seq],
    queryFn: () => {
      const path = `/v1/agent/conversations/${encodeURIComponent(conversationId)}/answer-draft?seq=${encodeURIComponent(seq)}`;
      return askRelay<AnswerDraft>("GET", path);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What visitors looked for in the last days, and how it ended. */
export function learningQuery(siteKey: string, days: number) {
  return queryOptions({
    queryKey: ["site", siteKey, "learning", days],
    queryFn: () => askRelay<Learning>("GET", `${sitePath(siteKey, "learning")}?days=${days}`),
  });
}

/** Takes words off the lists of what to do, until they are searched again. */
export function doneWith(siteKey: string, words: string, locale: string): Promise<void> {
  return askRelay("POST", `${sitePath(siteKey, "learning")}/done`, { words, locale });
}

function answerPath(siteKey: string, id: AnswerId): string {
  return sitePath(siteKey, `answers/${id}`);
}
