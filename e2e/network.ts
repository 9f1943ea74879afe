import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "../apps/relay/src/testing/server-process.ts";

/** The network between browsers and the relay, in the test's hand. */
export class Network {
  readonly port: number;
  private readonly target: number;
  private readonly server: Server;
  private readonly pairs = new Set<[near: Socket, far: Socket]>();
  private broken = false;
  private silent = false;

  private constructor(port: number, target: number) {
    this.port = port;
    this.target = target;
    this.server = createServer((near) => this.join(near));
  }

  static async to(target: number): Promise<Network> {
    const network = new Network(await freePort(), target);
    await new Promise<void>((resolve) => network.server.listen(network.port, "127.0.0.1", resolve));
    return network;
  }

  /** Ends every connection and refuses new ones. */
  cut(): void {
    this.broken = true;
    for (const [near, far] of this.pairs) {
      near.destroy();
      far.destroy();
    }
  }

  /** Lets requests through and swallows what the relay answers on connections that are open. */
  swallowAnswers(): void {
    this.silent = true;
  }

  /** Everything works again, on new connections. */
  heal(): void {
    this.broken = false;
    this.silent = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.broken) {
      near.destroy();
      return;
    }
    const far = connect(this.target, "127.0.0.1");
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on("error", end).on("close", end);
    near.on("data", (chunk) => far.write(chunk));
    far.on("data", (chunk) => this.silent || near.write(chunk));
  }
}
