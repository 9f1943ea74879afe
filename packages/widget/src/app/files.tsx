import type { Attachment } from "@shopbell/protocol/types";
import * as phrases from "../locales/en/extras.ts";
import type { Stage } from "./screen.tsx";

const UNITS = ["byte", "kilobyte", "megabyte"];

/**
 * The files that came with a message; one that was refused is named all the same. What a message names is for agents: a visitor
 * opens files by the link of their ticket.
 */
export function files({ words, relay, state, view }: Stage, attachments: readonly Attachment[]) {
  const request = view && state.requests[view];
  return (
    <ul class="files">
      {attachments.map(({ name, size, href }) => (
        <li key={href ?? name}>
          {href && request ? (
            <a
              href={`${relay}${request.link}/files/${href.replace(/.*\//, "")}`}
              target="_blank"
              rel="noopener noreferrer"
            >
              {name}
            </a>
          ) : (
            name
          )}{" "}
          <span class="small">{href ? sizeOf(size, words.locale) : words.t(phrases.fileRefused)}</span>
        </li>
      ))}
    </ul>
  );
}

/** "240 kB" */
function sizeOf(bytes: number, locale: string): string {
  const step = Math.min(2, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = UNITS[step] ?? "byte";
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / 1_000 ** step);
}
