import type {
  AnswerId,
  FoundAnswers,
  FoundOrder,
  OrderQuery,
  SearchReport,
  ShopHelp,
  ShownAnswer,
  Vote,
} from "@shopbell/protocol/types";
import type { Shop } from "../scene.ts";

/** Longer than the relay waits for a shop's own system. */
const ORDER_TIMEOUT_MS = 15_000;

/** What the relay is asked, so that visitors can help themselves. Without cookies, and without the visitor's token. */
export interface HelpHttp {
  /** @param page path of the shop's page */
  help(page: string): Promise<ShopHelp>;
  find(words: string, signal?: AbortSignal): Promise<FoundAnswers>;
  answer(id: AnswerId, locale?: string): Promise<ShownAnswer>;
  /** Rejects when it was not taken. */
  vote(id: AnswerId, vote: Vote): Promise<void>;
  report(report: SearchReport): void;
  /** What the relay says of an order: it, that no such is known, or nothing, as something does not answer. */
  order(query: OrderQuery): Promise<FoundOrder["order"] | "unknown" | "down">;
}

export function helpHttp({ relay, face, words }: Shop): HelpHttp {
  const root = `${relay}/v1/sites/${face.key}`;
  const { wanted } = words;

  async function get<T>(path: string, query: Record<string, string>, signal?: AbortSignal): Promise<T> {
    const address = `${root}/${path}?${new URLSearchParams(query)}`;
    const answer = await fetch(address, { credentials: "omit", ...(signal && { signal }) });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  function post(path: string, body: unknown, more: RequestInit): Promise<Response> {
    const headers = { "content-type": "application/json" };
    return fetch(`${root}/${path}`, {
      method: "POST",
      credentials: "omit",
      headers,
      body: JSON.stringify(body),
      ...more,
    });
  }

  return {
    help: (page) => get("help", { locale: wanted, page }),
    find: (q, signal) => get("answers", { locale: wanted, q }, signal),
    answer: (id, locale = wanted) => get(`answers/${id}`, { locale }),
    async vote(id, vote) {
      const { ok, statusText } = await post(`answers/${id}/vote`, vote, {});
      if (!ok) throw new Error(statusText);
    },
    report(report) {
      // Told on the way out, perhaps: whether it arrived changes nothing for the visitor.
      post("searches", report, { keepalive: true }).catch(() => undefined);
    },
    async order(query) {
      try {
        const answer = await post("orders/find", query, { signal: AbortSignal.timeout(ORDER_TIMEOUT_MS) });
        if (answer.ok) return (await answer.json()).order;
        return answer.status < 500 ? "unknown" : "down";
      } catch {
        return "down";
      }
    },
  };
}
