import { once } from "node:events";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

const PATIENCE_MS = 20_000;

/** A mail that the shop's relay has handed over. */
export interface Letter {
  /** The envelope's recipients. */
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly mail: Email;
}

/** A real SMTP server on this machine, to which the relay hands its mail, and people's own mail programs. */
export class PostOffice {
  readonly url: string;
  readonly #server: SMTPServer;
  readonly #letters: Letter[] = [];
  #waiting: (() => void)[] = [];

  private constructor(server: SMTPServer, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async open(): Promise<PostOffice> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      async onData(stream, { envelope }, answer) {
        const raw = Buffer.concat(await stream.toArray());
        await office.#take({
          to: envelope.rcptTo.map(({ address }) => address),
          raw,
          mail: await PostalMime.parse(raw),
        });
        answer();
      },
    });
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    const { port } = server.server.address() as { port: number };
    const office: PostOffice = new PostOffice(server, `smtp://127.0.0.1:${port}`);
    return office;
  }

  /** The first mail to somebody that fits, now or soon. */
  async letter(to: string, fits: (letter: Letter) => boolean = () => true): Promise<Letter> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    while (!patience.aborted) {
      const found = this.#letters.find((letter) => letter.to.includes(to) && fits(letter));
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        patience.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    throw new Error(`no such mail to ${to}; there are: ${this.#letters.map(({ mail }) => mail.subject).join(" | ")}`);
  }

  /** How many mails somebody has got. */
  countTo(to: string): number {
    return this.#letters.filter((letter) => letter.to.includes(to)).length;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #take(letter: Letter): Promise<void> {
    this.#letters.push(letter);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

/** What a mail program makes of "reply": to the Reply-To, in the thread, above the quoted mail. */
export async function replyTo({ mail }: Letter, from: string, text: string): Promise<Buffer> {
  const quoted = (mail.text ?? "").split("\n").map((line) => `> ${line}`);
  const composer = new MailComposer({
    from,
    to: mail.replyTo?.[0]?.address ?? "",
    subject: `Re: ${mail.subject}`,
    inReplyTo: mail.messageId,
    references: [mail.references, mail.messageId].filter(Boolean).join(" "),
    text: [text, "", `On Saturday, ${mail.from?.name} wrote:`, ...quoted].join("\n"),
  });
  return composer.compile().build();
}
