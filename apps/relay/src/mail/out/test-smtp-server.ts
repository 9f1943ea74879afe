import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** A mail as the server took it over the wire. */
export interface Taken {
  readonly raw: string;
  readonly from: string;
  readonly to: readonly string[];
}

/** What the server does with the next mail instead of taking it. */
export type Mood = "takes" | "dies after data" | "says nothing" | keyof typeof REFUSALS;

const REFUSALS = {
  "refuses for now": { at: "RCPT TO", code: 451, text: "4.7.1 Greylisted" },
  "refuses for good": { at: "RCPT TO", code: 550, text: "5.1.1 No such mailbox" },
  "refuses the sender": { at: "MAIL FROM", code: 553, text: "5.7.1 Sender address not allowed" },
  "asks who we are": { at: "MAIL FROM", code: 530, text: "5.7.0 Authentication required" },
  "refuses the sender late": { at: "RCPT TO", code: 553, text: "5.7.1 Sender address not owned" },
  "relays for nobody": { at: "RCPT TO", code: 554, text: "5.7.1 Relay access denied" },
  "refuses the text": { at: "DATA", code: 554, text: "5.7.1 Rejected by policy" },
  "refuses the text for now": { at: "DATA", code: 451, text: "4.7.1 Try again later" },
} as const;

type Step = (typeof REFUSALS)[keyof typeof REFUSALS]["at"];

const PATIENCE_MS = 10_000;

/** A real SMTP server in the hand of a test. */
export class TestSmtpServer {
  readonly mails: Taken[] = [];
  mood: Mood = "takes";
  #server: SMTPServer;
  #port = 0;
  #listeners: (() => void)[] = [];

  private constructor() {
    this.#server = this.#make();
  }

  static async start(): Promise<TestSmtpServer> {
    const server = new TestSmtpServer();
    await server.restart();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** How many are open. */
  get connections(): number {
    return this.#server.connections.size;
  }

  /** The server is gone, and every connection with it. */
  async stop(): Promise<void> {
    for (const connection of this.#server.connections as Set<{ _socket: { destroy(): void } }>) {
      connection._socket.destroy();
    }
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }

  /** It is back, on the same port. */
  async restart(): Promise<void> {
    this.#server = this.#make();
    const listening = this.#server.listen(this.#port, "127.0.0.1");
    await once(listening, "listening");
    this.#port = (listening.address() as AddressInfo).port;
  }

  /** The mail that arrives as this one, counted from 1. */
  async mail(count: number): Promise<Taken> {
    const deadline = AbortSignal.timeout(PATIENCE_MS);
    while (this.mails.length < count) {
      await new Promise<void>((resolve, reject) => {
        this.#listeners.push(resolve);
        deadline.addEventListener("abort", () => reject(new Error(`mail ${count} did not arrive`)));
      });
    }
    return this.mails[count - 1] as Taken;
  }

  #make(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onMailFrom: (_address, _connection, answer) => answer(refusal(this.mood, "MAIL FROM")),
      onRcptTo: (_address, _connection, answer) => answer(refusal(this.mood, "RCPT TO")),
      onData: (stream, { envelope }, answer) => {
        void read(stream).then((raw) => {
          const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
          this.#take({ raw, from, to: envelope.rcptTo.map(({ address }) => address) }, answer);
        });
      },
    });
  }

  #take(mail: Taken, answer: (refused: Error | null) => void): void {
    const refused = refusal(this.mood, "DATA");
    if (refused) return answer(refused);
    this.mails.push(mail);
    for (const tell of this.#listeners.splice(0)) tell();
    if (this.mood === "dies after data") void this.stop();
    else if (this.mood !== "says nothing") answer(null);
  }
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** What the server says at a step, if it does not go on from there. */
function refusal(mood: Mood, step: Step): Error | null {
  const refused = Object.entries(REFUSALS).find(([name, { at }]) => name === mood && at === step)?.[1];
  return refused ? Object.assign(new Error(refused.text), { responseCode: refused.code }) : null;
}
