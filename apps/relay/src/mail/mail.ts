/** How a mail came about (RFC 3834): a program wrote it, or answered with it; null where a person did. */
type Automatic = "auto-generated" | "auto-replied" | null;

/** A mail that goes out, before it is written as MIME. */
export interface Mail {
  /** With its angle brackets. The same for every attempt. */
  readonly messageId: string;
  readonly to: readonly string[];
  readonly from: { readonly name: string; readonly address: string };
  /** Null: answers go to `from`. */
  readonly replyTo: string | null;
  /** Of the mail that begins the thread which this one belongs to. */
  readonly thread: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly automatic: Automatic;
}

/** A mail as it is handed over. */
export interface WrittenMail extends Mail {
  readonly raw: Buffer;
}

/** Where mail goes out. */
export interface Outlet {
  /** Resolves once somebody else has taken the mail upon themselves. @throws MailFault */
  send(mail: WrittenMail): Promise<void>;
  /** @throws MailFault when nothing could be sent now. */
  check(): Promise<void>;
  close(): void;
}
