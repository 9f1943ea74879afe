/** The line to paste, and whether the bell was seen. */
export const bell = {
  "bell.title": "Your bell",
  "bell.what": "One line of HTML puts the bell on every page of your shop. Paste it before </body>.",
  "bell.copy": "Copy",
  "bell.copied": "Copied",
  "bell.seen": "Seen on {site} {ago}",
  "bell.notSeen": "Waiting for its first visit…",
  "bell.allowed": "Allowed on {origins}",
  "bell.none": "There is no shop yet.",
} as const;
