import type {
  Kept,
  MailState,
  OpeningHours,
  Preview,
  PreviewQuery,
  Promises,
  SiteHours,
} from "@shopbell/protocol/types";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { askRelay } from "./relay-http.ts";
import { sitePath } from "./site-path.ts";

/** The announced hours of a site. Read once: what is being edited must not change under the hands. */
export function hoursQuery(siteKey: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "hours"],
    queryFn: () => askRelay<SiteHours>("GET", sitePath(siteKey, "hours")),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function saveHours(siteKey: string, hours: OpeningHours | null): Promise<void> {
  const body: SiteHours = { hours };
  return askRelay("PUT", sitePath(siteKey, "hours"), body);
}

/** What visitors would be told at an instant, by hours that may not be saved yet; with what was asked, because the last answer is shown until the next. */
export function previewQuery(siteKey: string, query: PreviewQuery) {
  return queryOptions({
    queryKey: ["site", siteKey, "preview", query],
    queryFn: async () => ({ query, preview: await askRelay<Preview>("POST", sitePath(siteKey, "preview"), query) }),
    placeholderData: keepPreviousData,
  });
}

/** What visitors of a site are promised. Read once, like the hours. */
export function promisesQuery(siteKey: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "promises"],
    queryFn: () => askRelay<Promises>("GET", sitePath(siteKey, "promises")),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function savePromises(siteKey: string, promises: Promises): Promise<void> {
  return askRelay("PUT", sitePath(siteKey, "promises"), promises);
}

/** What became of announced hours and promised times. */
export function keptQuery(siteKey: string, days: number) {
  return queryOptions({
    queryKey: ["site", siteKey, "kept", days],
    queryFn: () => askRelay<Kept>("GET", `${sitePath(siteKey, "kept")}?days=${days}`),
  });
}

/** Whether mail goes out and comes in, looked at often: a test that is opened elsewhere shows by itself. */
export const mailQuery = queryOptions({
  queryKey: ["mail"],
  queryFn: () => askRelay<MailState>("GET", "/v1/agent/mail"),
  refetchInterval: 4_000,
});

export function sendTestMail(): Promise<void> {
  return askRelay("POST", "/v1/agent/mail/test");
}

export function retryMail(id: string): Promise<void> {
  return askRelay("POST", `/v1/agent/mail/dead/${encodeURIComponent(id)}/retry`);
}

export function dropMail(id: string): Promise<void> {
  return askRelay("DELETE", `/v1/agent/mail/dead/${encodeURIComponent(id)}`);
}
