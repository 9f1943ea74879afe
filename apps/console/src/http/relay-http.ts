import type { ProblemCode } from "@shopbell/protocol/types";

/** Why the relay did not do what was asked: its problem code, or `unreachable` when no answer came. */
export type RefusalReason = ProblemCode | "unreachable";

/** A request that did not succeed. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  /** In how many seconds it may be tried again, where the relay said so. */
  readonly retryAfterS: number | null;
  /** What the relay says beside it, for whoever set up what went wrong. */
  readonly detail: string | null;

  constructor(reason: RefusalReason, retryAfterS: number | null = null, detail: string | null = null) {
    super(reason);
    this.name = "Refused";
    this.reason = reason;
    this.retryAfterS = retryAfterS;
    this.detail = detail;
  }
}

/**
 * Asks the relay, as the signed-in agent. Returns its JSON, or undefined for an answer without content.
 *
 * @param body anything that JSON can say, or a file of CSV
 * @throws {Refused} when there is no answer, or it is not a success
 */
export async function askRelay<Answer>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await reach(method, path, body);
  if (!response.ok) throw await refusalIn(response);
  // The relay and this console are built from one set of schemas, and served together.
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}

async function reach(method: string, path: string, body: unknown): Promise<Response> {
  const init: RequestInit = { method, credentials: "same-origin", headers: { accept: "application/json" } };
  if (body !== undefined) {
    const isFile = body instanceof Blob;
    init.body = isFile ? body : JSON.stringify(body);
    init.headers = { accept: "application/json", "content-type": isFile ? "text/csv" : "application/json" };
  }
  try {
    return await fetch(path, init);
  } catch {
    // No answer came, or a file has changed on its disk since it was chosen and cannot be read.
    throw new Refused("unreachable");
  }
}

async function refusalIn(response: Response): Promise<Refused> {
  // A proxy's own error page is no problem document: then the status alone has to do.
  const problem = (await response.json().catch(() => null)) as { code?: ProblemCode; detail?: string } | null;
  const reason = problem?.code ?? reasonOfStatus(response.status);
  return new Refused(reason, retryAfter(response), problem?.detail ?? null);
}

function reasonOfStatus(status: number): RefusalReason {
  if (status === 401) return "unauthorized";
  if (status === 413) return "too-large";
  if (status === 429) return "too-fast";
  return status >= 502 && status <= 504 ? "unreachable" : "internal";
}

/** A proxy may name a date instead: that, like none at all, is null. */
function retryAfter(response: Response): number | null {
  const header = response.headers.get("retry-after");
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}

/** The reason behind anything that was thrown while asking the relay. */
export function reasonBehind(error: unknown): RefusalReason {
  return error instanceof Refused ? error.reason : "internal";
}
