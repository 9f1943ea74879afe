import type { RelayFrame } from "@shopbell/protocol";
import { PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import { WebSocket } from "ws";
import type { SignedInAgent, TestRelay } from "./start-relay.ts";

type FrameOf<T extends RelayFrame["type"]> = Extract<RelayFrame, { type: T }>;

const PATIENCE_MS = 5_000;

/** The other end of a socket: remembers every frame, and waits for those that a test expects. */
export class FramePeer {
  readonly frames: RelayFrame[] = [];
  /** The code with which the socket closed. */
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #listeners = new Set<() => void>();

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (message) => {
      this.frames.push(JSON.parse(message.toString()) as RelayFrame);
      for (const listener of this.#listeners) listener();
    });
    socket.on("error", () => undefined); // `close` follows
    this.closed = new Promise((resolve) => socket.on("close", resolve));
  }

  /** Sends a frame, or any text as it is. */
  send(frame: object | string | Buffer): void {
    this.#socket.send(typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  /** The first frame of a type, already here or still to come, for which `fits` holds. */
  async first<T extends RelayFrame["type"]>(type: T, fits: (frame: FrameOf<T>) => boolean = () => true) {
    const find = () =>
      this.frames.find((frame): frame is FrameOf<T> => frame.type === type && fits(frame as FrameOf<T>));
    await this.until(() => find() !== undefined, type);
    return find() as FrameOf<T>;
  }

  /** Resolves as soon as a condition holds; it is looked at after every frame. */
  until(holds: () => boolean, what = "a condition"): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.#listeners.delete(look);
        clearTimeout(timer);
      };
      const look = () => {
        if (!holds()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`waited in vain for ${what}; heard ${this.frames.map(({ type }) => type).join(", ")}`));
      }, PATIENCE_MS);
      this.#listeners.add(look);
    });
  }

  /** Everything sent so far has been answered: a probe went out and its heartbeat came back. */
  async caughtUp(): Promise<void> {
    const before = this.#count("heartbeat");
    this.send({ type: "probe" });
    await this.until(() => this.#count("heartbeat") > before, "the answer to a probe");
  }

  ofType<T extends RelayFrame["type"]>(type: T): FrameOf<T>[] {
    return this.frames.filter((frame): frame is FrameOf<T> => frame.type === type);
  }

  /** Goes as a crash would: without a word. */
  terminate(): void {
    this.#socket.terminate();
  }

  close(): void {
    this.#socket.close();
  }

  #count(type: RelayFrame["type"]): number {
    return this.frames.filter((frame) => frame.type === type).length;
  }
}

/** Opens a socket without saying hello. @throws with the status of the answer when the upgrade is refused. */
export function connect(
  relay: TestRelay,
  path: string,
  headers: Record<string, string | undefined> = {},
): Promise<FramePeer> {
  const sent = Object.entries({ origin: relay.url, ...headers }).filter(([, value]) => value !== undefined);
  const socket = new WebSocket(relay.url.replace(/^http/, "ws") + path, { headers: Object.fromEntries(sent) });
  const peer = new FramePeer(socket);
  return new Promise((resolve, reject) => {
    socket.on("open", () => resolve(peer));
    socket.on("unexpected-response", (_request, response) => reject(new Error(`refused with ${response.statusCode}`)));
    socket.on("error", reject);
  });
}

export interface Greeting {
  readonly token?: string | null;
  readonly site?: string;
  readonly cursors?: Record<string, number>;
  readonly epoch?: string | null;
  readonly protocol?: number;
}

export function hello({ token = null, cursors = {}, epoch = null, protocol = PROTOCOL_VERSION }: Greeting = {}) {
  return { type: "hello", protocol, token, cursors, epoch };
}

/** A visitor who was welcomed. */
export async function openVisitor(relay: TestRelay, greeting: Greeting = {}) {
  const peer = await connect(relay, `/v1/sites/${greeting.site ?? "demo"}/socket`);
  peer.send(hello(greeting));
  const welcome = await peer.first("welcome");
  return Object.assign(peer, { welcome, token: welcome.token ?? greeting.token ?? "" });
}

/** An agent who was welcomed and has the inbox. */
export async function openAgent(relay: TestRelay, { cookie }: SignedInAgent = relay.owner, greeting: Greeting = {}) {
  const peer = await connect(relay, "/v1/agent/socket", { cookie });
  peer.send(hello(greeting));
  const welcome = await peer.first("welcome");
  const inbox = await peer.first("inbox.loaded");
  return Object.assign(peer, { welcome, inbox });
}
