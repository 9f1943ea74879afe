import type { Header } from "postal-mime";
import type { Origin } from "./letter.ts";

/**
 * What the server that received a mail for us found out about who sent it (RFC 8601).
 *
 * Anybody can write such a header. A server removes those that bear its own name and puts its own on top: so only the one
 * with a name that the owner told us proves anything. Without a name the topmost one is taken, and believed only where it
 * speaks against the mail.
 *
 * @param serverName its authserv-id; null where the owner has told none
 */
export function originOf(headers: readonly Header[], from: string, serverName: string | null): Origin {
  const all = headers.filter(({ key }) => key === "authentication-results").map(({ value }) => readResults(value));
  const results = serverName === null ? all[0] : all.find(({ server }) => server === serverName.toLowerCase());
  if (results === undefined) return "unknown";
  const origin = judge(results, from.slice(from.lastIndexOf("@") + 1));
  return origin === "proved" && serverName === null ? "unknown" : origin;
}

interface Results {
  readonly server: string;
  /** Each `method=result` with the properties behind it. */
  readonly methods: readonly string[];
}

function readResults(value: string): Results {
  const [head = "", ...methods] = plain(value).toLowerCase().split(";");
  return { server: head.trim().split(/\s/, 1)[0] ?? "", methods: methods.map((method) => method.trim()) };
}

/** DMARC is about the address that people see. SPF is not, and can only speak against it. */
function judge({ methods }: Results, domain: string): Origin {
  const dmarc = methods.find((method) => method.startsWith("dmarc="));
  const verdict = dmarc && resultOf(dmarc);
  if (dmarc && verdict === "pass") return isAbout(dmarc, domain) ? "proved" : "doubtful";
  if (verdict !== undefined && verdict !== "none") return "doubtful";
  const spf = methods.map((method) => (method.startsWith("spf=") ? resultOf(method) : undefined)).find(Boolean);
  return spf === undefined || ["pass", "none", "neutral"].includes(spf) ? "unknown" : "doubtful";
}

function resultOf(method: string): string {
  return /=\s*([a-z]+)/.exec(method)?.[1] ?? "";
}

function isAbout(dmarc: string, domain: string): boolean {
  const about = /\sheader\.from=(\S+)/.exec(dmarc)?.[1];
  return about === undefined || about === domain;
}

/** Without what may hold anything: comments, in which others may be, and what is in quotation marks (RFC 5322, 3.2). */
function plain(value: string): string {
  let depth = 0;
  let isQuoted = false;
  let text = "";
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    const isHidden = isQuoted || depth > 0;
    if (isHidden && character === "\\") at += 1;
    else if (character === "(" && !isQuoted) depth += 1;
    else if (character === ")" && depth > 0) depth -= 1;
    else if (depth === 0 && character === '"') {
      isQuoted = !isQuoted;
      text += character;
    } else if (!isHidden) text += character;
  }
  return text;
}
