import { linkify } from "@shopbell/client";
import { useMemo } from "react";

/** A text with its web addresses as links, which tell the other page nothing of this one. */
export function LinkedText({ text }: { text: string }) {
  const pieces = useMemo(() => linkify(text), [text]);
  return pieces.map(({ text: words, href }, index) =>
    href ? (
      <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    ) : (
      words
    ),
  );
}
