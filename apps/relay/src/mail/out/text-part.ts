import type { Content, Said } from "./content.ts";

/** The signature's separator (RFC 3676, 4.3): mail programs fold away what is below it. */
const FOOT = "-- ";

/** A mail as plain text. */
export function textPart({ shop, ticket, said, paragraphs, button, earlier, foot }: Content): string {
  const parts = [
    ticket && `${ticket.label}: #${ticket.number}\n${ticket.promise}`,
    ...said.map(({ text }) => text),
    ...paragraphs,
    button && `${button.label}:\n${button.href}`,
    button?.note,
    earlier && earlier.said.length > 0 && `${earlier.title}\n\n${earlier.said.map(quoted).join("\n\n")}`,
    `${FOOT}\n${shop.name}\n${foot}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** As mail programs quote, so that whoever reads replies finds where the new text ends. */
function quoted({ head, text }: Said): string {
  return [`${head}:`, ...text.split("\n").map((line) => `> ${line}`)].join("\n");
}
