import type { PublicPosts } from "@shopbell/protocol/types";
import { queryOptions } from "@tanstack/react-query";
import { askRelay } from "../../http/relay-http.ts";
import { sitePath } from "../../http/site-path.ts";

const LOOK_EVERY_MS = 60_000;

/** What was written publicly under a shop's answers. Looked at now and then: nothing else tells an agent that something waits. */
export function postsQuery(siteKey: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "posts"],
    queryFn: () => askRelay<PublicPosts>("GET", sitePath(siteKey, "posts")),
    refetchInterval: LOOK_EVERY_MS,
  });
}

export function changePost(siteKey: string, id: string, state: "shown" | "hidden"): Promise<void> {
  return askRelay("PUT", sitePath(siteKey, `posts/${id}`), { state });
}

/** Answers a post where everybody can read it. */
export function answerPost(siteKey: string, id: string, text: string): Promise<void> {
  return askRelay("POST", sitePath(siteKey, `posts/${id}/replies`), { text });
}
