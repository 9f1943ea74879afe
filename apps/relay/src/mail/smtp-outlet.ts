import nodemailer, { type Transporter } from "nodemailer";
import type { Outlet, WrittenMail } from "./mail.ts";
import { MailFault } from "./mail-fault.ts";

const CONNECTIONS = 2;
const CONNECT_MS = 10_000;
/** How long the server may be silent. It may take its time after a mail (RFC 5321, 4.5.3.2.6), and a relay's lease ends at last. */
const SILENCE_MS = 45_000;
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Hands mail to the shop's own mail server. */
export class SmtpOutlet implements Outlet {
  readonly #transport: Transporter;

  /** @param url `smtp://name:password@host:587`, or `smtps:` */
  constructor(url: string) {
    const { hostname, username } = new URL(url);
    this.#transport = nodemailer.createTransport({
      url,
      pool: true,
      maxConnections: CONNECTIONS,
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
    await this.#transport.sendMail({ envelope: { from: from.address, to: [...to] }, raw }).catch(rethrow);
  }

  async check(): Promise<void> {
    await this.#transport.verify().catch(rethrow);
  }

  close(): void {
    this.#transport.close();
  }
}

/** The server refused the sender, the recipients or the mail itself, rather than us. */
const REFUSALS = new Set(["EENVELOPE", "EMESSAGE"]);

function rethrow(cause: unknown): never {
  const { code, responseCode = 0, message } = cause as Error & { code?: string; responseCode?: number };
  const isRefusal = REFUSALS.has(code ?? "");
  throw new MailFault(message, { cause, isRefusal, isFinal: isRefusal && responseCode >= 500 });
}
