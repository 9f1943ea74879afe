import nodemailer, { type Transporter } from "nodemailer";
import type { Outlet, WrittenMail } from "./mail.ts";
import { MailFault } from "./mail-fault.ts";

const CONNECT_MS = 10_000;
/** How long the server may be silent. It may take its time after a mail (RFC 5321, 4.5.3.2.6). */
const SILENCE_MS = 45_000;
/** How long a mail may take in all. Shorter than a job's lease: whoever gets the job next must not meet this attempt. */
const MAX_SEND_MS = 90_000;
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

export interface SmtpOptions {
  /** Mails under way at once: each has a connection, so that none waits while its time runs. */
  readonly atOnce: number;
  readonly maxSendMs?: number;
}

/** Hands mail to the shop's own mail server. */
export class SmtpOutlet implements Outlet {
  readonly #transport: Transporter;
  readonly #maxSendMs: number;

  /** @param url `smtp://name:password@host:587`, or `smtps:` */
  constructor(url: string, { atOnce, maxSendMs = MAX_SEND_MS }: SmtpOptions) {
    this.#maxSendMs = maxSendMs;
    const { hostname, username } = new URL(url);
    this.#transport = nodemailer.createTransport({
      url,
      pool: true,
      maxConnections: atOnce,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      // A password never goes over the network in the clear.
      requireTLS: username !== "" && !LOOPBACK.has(hostname),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ from, to, raw }: WrittenMail): Promise<void> {
    const signal = AbortSignal.timeout(this.#maxSendMs); // closes its connection
    const envelope = { from: from.address, to: [...to] };
    await this.#transport.sendMail({ envelope, raw, signal }).catch((error: unknown) => {
      if (signal.aborted) throw new MailFault(`took longer than ${this.#maxSendMs / 1_000} s`, { cause: error });
      rethrow(error);
    });
  }

  async check(): Promise<void> {
    await this.#transport.verify().catch(rethrow);
  }

  close(): void {
    this.#transport.close();
  }
}

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/** The server refused the sender, the recipients or the mail itself, rather than the connection. */
const REFUSALS = new Set(["EENVELOPE", "EMESSAGE"]);
/** Not authorized, or the sender's address (RFC 3463): servers may put off saying so until they hear the recipient. */
const ABOUT_US = /^530|\b5\.(7\.\d+|1\.[78])\b/;

/** What is refused for good is final only where it is the recipient: a sender who is not allowed can be mended, and waits. */
function rethrow(cause: unknown): never {
  const { code = "", command, response = "", responseCode = 0, message } = cause as SmtpError;
  const isForGood = responseCode >= 500;
  const isFinal = isForGood && command === "RCPT TO" && !ABOUT_US.test(response);
  throw new MailFault(message, { cause, isFinal, isRefusal: REFUSALS.has(code) && (isFinal || !isForGood) });
}
