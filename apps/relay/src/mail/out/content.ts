/** Something that was said, in the words of the reader's language. */
export interface Said {
  /** Who, and when. */
  readonly head: string;
  readonly text: string;
}

/** What a mail shows, from top to bottom. It is written twice from this: as plain text and as HTML. */
export interface Content {
  readonly locale: string;
  readonly shop: { readonly name: string; readonly color: string };
  /** The number from the counter; null where it is not what the mail is about. */
  readonly ticket: { readonly label: string; readonly number: number; readonly promise: string } | null;
  /** What people of the shop say. */
  readonly said: readonly Said[];
  readonly paragraphs: readonly string[];
  readonly button: { readonly label: string; readonly href: string; readonly note: string | null } | null;
  readonly earlier: { readonly title: string; readonly said: readonly Said[] } | null;
  readonly foot: string;
}
