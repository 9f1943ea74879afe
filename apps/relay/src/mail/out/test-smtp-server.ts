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
export type Mood = "takes" | "refuses for now" | "refuses for good" | "dies after data" | "says nothing";

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
      onRcptTo: (_address, _connection, answer) => {
        if (this.mood === "refuses for now") return answer(refusal(451, "4.7.1 Greylisted"));
        if (this.mood === "refuses for good") return answer(refusal(550, "5.1.1 No such mailbox"));
        answer();
      },
      onData: (stream, { envelope }, answer) => {
        void read(stream).then((raw) => {
          const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
          this.mails.push({ raw, from, to: envelope.rcptTo.map(({ address }) => address) });
          for (const tell of this.#listeners.splice(0)) tell();
          if (this.mood === "dies after data") void this.stop();
          else if (this.mood !== "says nothing") answer();
        });
      },
    });
  }
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
