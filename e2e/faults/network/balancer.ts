import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "../../../apps/relay/src/testing/server-process.ts";
import type { Chance } from "../chance.ts";
import { Lane } from "./lane.ts";
import { FAIR, type FrameFault, type Weather } from "./weather.ts";

/** One thing that the network did, in words that find the same frame again in another run with the same seed. */
export interface Mishap {
  /** Milliseconds since the network was opened. */
  readonly at: number;
  /** Whose connection, and which of theirs. */
  readonly connection: string;
  readonly direction: "up" | "down";
  readonly frame: number;
  readonly fault: FrameFault;
}

/** What is between people and relays, as far as everybody needs it. */
export interface Network {
  /** Where people reach it, each at an address of their own. */
  readonly port: number;
  readonly mishaps: readonly Mishap[];
  close(): Promise<void>;
}

/** A connection that was frozen, and after how long the relay let it go and the person came back. */
export interface HalfOpen {
  readonly from: string;
  readonly frozenAt: number;
  personMs?: number;
  relayMs?: number;
}

interface Connection {
  readonly from: string;
  readonly near: Socket;
  far: Socket | undefined;
  readonly lanes: Lane[];
  /** Neither end hears of the other any more, not even that it has gone. */
  halfOpen: HalfOpen | undefined;
}

/**
 * The network between people and relays: a load balancer that knows nothing of conversations, and weather.
 *
 * Everybody reaches it at an address of their own (127.x.y.z is all this machine), and it reaches the relays from there:
 * so the relay tells people apart by address as it does in the world, and a test tells their connections apart.
 */
export class Balancer implements Network {
  readonly port: number;
  readonly mishaps: Mishap[] = [];
  readonly halfOpen: HalfOpen[] = [];
  /** What the network does just now. */
  weather: Weather = FAIR;
  readonly #relayPorts: readonly number[];
  readonly #chance: Chance;
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  readonly #counts = new Map<string, number>();
  readonly #openedAt = performance.now();
  #turn = 0;

  private constructor(port: number, relayPorts: readonly number[], chance: Chance) {
    this.port = port;
    this.#relayPorts = relayPorts;
    this.#chance = chance;
    this.#server = createServer({ noDelay: true }, (near) => this.#join(near));
  }

  static async open(relayPorts: readonly number[], chance: Chance): Promise<Balancer> {
    const balancer = new Balancer(await freePort(), relayPorts, chance);
    balancer.#server.listen(balancer.port, "0.0.0.0");
    await once(balancer.#server, "listening");
    return balancer;
  }

  /** Cuts the connections of somebody, by their host, or of all, in the way of a machine that loses power: with a reset. */
  reset(from?: string): void {
    for (const { near, far } of this.#of(from)) {
      near.resetAndDestroy();
      far?.resetAndDestroy();
    }
  }

  /** Swallows everything on connections that are open now, and tells neither end. New ones work. */
  freeze(from?: string): void {
    for (const connection of this.#of(from)) {
      if (connection.halfOpen || !connection.far) continue;
      connection.halfOpen = { from: connection.from, frozenAt: performance.now() };
      this.halfOpen.push(connection.halfOpen);
      for (const lane of connection.lanes) lane.freeze();
    }
  }

  async close(): Promise<void> {
    this.#server.close();
    for (const { near, far } of this.#connections) {
      near.destroy();
      far?.destroy();
    }
    await once(this.#server, "close");
  }

  #of(from: string | undefined): Connection[] {
    return [...this.#connections].filter((connection) => from === undefined || connection.from === from);
  }

  #join(near: Socket): void {
    const from = `${near.localAddress}:${this.port}`;
    const count = (this.#counts.get(from) ?? 0) + 1;
    this.#counts.set(from, count);
    // Whoever connects again has noticed: the end of a WebSocket to nowhere says nothing, it waits for an answer.
    for (const halfOpen of this.halfOpen) {
      if (halfOpen.from === from) halfOpen.personMs ??= performance.now() - halfOpen.frozenAt;
    }
    const connection: Connection = { from, near, far: undefined, lanes: [], halfOpen: undefined };
    this.#connections.add(connection);
    near.pause();
    near.on("error", () => undefined); // `close` follows
    near.on("close", () => this.#ended(connection, connection.far));
    this.#turn += 1;
    this.#reachRelay(connection, `${from}#${count}`, this.#turn, this.#relayPorts.length);
  }

  /** Tries the relays in turn: one that refuses is dead. */
  #reachRelay(connection: Connection, name: string, turn: number, left: number): void {
    const { near } = connection;
    const port = this.#relayPorts[turn % this.#relayPorts.length];
    if (left === 0 || port === undefined || near.destroyed) {
      near.destroy();
      return;
    }
    const localAddress = near.localAddress ?? "";
    const far = connect({ port, host: "127.0.0.1", localAddress, noDelay: true });
    connection.far = far;
    let reached = false;
    far.on("connect", () => {
      reached = true;
      this.#pair(connection, near, far, name);
    });
    far.on("error", () => undefined); // `close` follows
    far.on("close", () => {
      const { halfOpen } = connection;
      if (halfOpen) halfOpen.relayMs = performance.now() - halfOpen.frozenAt;
      if (reached) this.#ended(connection, near);
      else this.#reachRelay(connection, name, turn + 1, left - 1);
    });
  }

  #pair(connection: Connection, near: Socket, far: Socket, name: string): void {
    const lane = (to: Socket, direction: "up" | "down") =>
      new Lane({
        to,
        chance: this.#chance.fork(`${name}/${direction}`),
        weather: () => this.weather,
        log: (fault, frame) => {
          const at = Math.round(performance.now() - this.#openedAt);
          this.mishaps.push({ at, connection: name, direction, frame, fault });
        },
      });
    const [up, down] = [lane(far, "up"), lane(near, "down")];
    connection.lanes.push(up, down);
    near.on("data", (chunk) => up.take(chunk));
    far.on("data", (chunk) => down.take(chunk));
    near.resume();
  }

  #ended(connection: Connection, other: Socket | undefined): void {
    if (!connection.halfOpen) other?.destroy();
    if (other === undefined || other.destroyed) this.#connections.delete(connection);
  }
}
