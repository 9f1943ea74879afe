import type { ImportReport } from "@shopbell/protocol/types";
import { askRelay } from "../../http/relay-http.ts";
import { sitePath } from "../../http/site-path.ts";

/** Reads answers from a file, all of them or none. */
export function importFile(siteKey: string, file: File): Promise<ImportReport> {
  return askRelay("POST", sitePath(siteKey, "answers-import"), file);
}

/** Reads the questions of a web page, as drafts. */
export function importPage(siteKey: string, url: string, locale: string): Promise<ImportReport> {
  return askRelay("POST", sitePath(siteKey, "answers-import"), { url, locale });
}
