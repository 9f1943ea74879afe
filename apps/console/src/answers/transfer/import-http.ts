import type { ImportReport, ProblemCode } from "@shopbell/protocol/types";
import { askRelay, Refused } from "../../http/relay-http.ts";
import { sitePath } from "../queries.ts";

/** Reads answers from a file, all of them or none. */
export async function importFile(siteKey: string, file: File): Promise<ImportReport> {
  // A file that has changed on its disk since it was chosen cannot be read, and fails like a relay that is away.
  const response = await fetch(sitePath(siteKey, "answers-import"), {
    method: "POST",
    credentials: "same-origin",
    headers: { accept: "application/json", "content-type": "text/csv" },
    body: file,
  }).catch(() => null);
  if (!response) throw new Refused("unreachable");
  if (response.ok) return response.json();
  const problem: { code?: ProblemCode } | null = await response.json().catch(() => null);
  throw new Refused(problem?.code ?? (response.status === 413 ? "too-large" : "internal"));
}

/** Reads the questions of a web page, as drafts. */
export function importPage(siteKey: string, url: string, locale: string): Promise<ImportReport> {
  return askRelay("POST", sitePath(siteKey, "answers-import"), { url, locale });
}
