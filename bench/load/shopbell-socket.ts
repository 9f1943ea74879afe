import { PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import type { AgentFrame, VisitorFrame } from "@shopbell/protocol/types";
import type { Target } from "../plan.ts";
import { PREPARED_ENTRIES, PREPARED_EPOCH, preparedConversation, preparedToken } from "../prepared.ts";
import { LoadSocket } from "./socket.ts";
import { exchange, fail } from "./stage.ts";

const SITE_SOCKET = "/v1/sites/demo/socket";
const AGENT_SOCKET = "/v1/agent/socket";
const HELLO = { type: "hello", protocol: PROTOCOL_VERSION, cursors: {}, epoch: null };

/** Frames that must not come in a measurement. */
const ALARMING = new Set(["message.refused", "problem", "reset", "goaway"]);
const ANSWER = JSON.stringify({ type: "heartbeat.answer" } satisfies VisitorFrame & AgentFrame);

/** A visitor whom the relay does not know yet. */
export async function connectNewVisitor({ visitorPort: port }: Target): Promise<LoadSocket> {
  const socket = guarded(await LoadSocket.open({ port, path: SITE_SOCKET, headers: { origin: originOf(port) } }));
  await exchange(socket, JSON.stringify({ ...HELLO, token: null }), '"welcome"');
  return socket;
}

/**
 * A visitor of the prepared database who comes back: the token is checked, and the conversation is followed from where it
 * was left. Resolves when everything missed would have been replayed.
 *
 * @throws when the relay turns it away before the upgrade
 */
export async function connectKnownVisitor(
  { visitorPort: port }: Target,
  index: number,
  from?: string,
): Promise<LoadSocket> {
  const headers = { origin: originOf(port) };
  const socket = guarded(await LoadSocket.open({ port, path: SITE_SOCKET, headers, ...(from && { from }) }));
  const cursors = { [preparedConversation(index)]: PREPARED_ENTRIES };
  const hello = { ...HELLO, cursors, epoch: PREPARED_EPOCH, token: preparedToken(index) };
  await exchange(socket, JSON.stringify(hello), '"resumed"');
  return socket;
}

export async function connectAgent({ agentPort: port, cookie }: Target): Promise<LoadSocket> {
  const headers = { origin: originOf(port), cookie };
  const socket = guarded(await LoadSocket.open({ port, path: AGENT_SOCKET, headers }));
  await exchange(socket, JSON.stringify(HELLO), '"inbox.loaded"');
  return socket;
}

/** Answers heartbeats, and gives up loudly on everything that must not happen in a measurement. */
function guarded(socket: LoadSocket): LoadSocket {
  socket.onClose = (code) => fail(`a socket was closed with ${code}`);
  socket.onText = (frame) => {
    const type = typeOf(frame);
    if (type === "heartbeat") socket.send(ANSWER);
    if (ALARMING.has(type)) fail(frame.toString());
  };
  return socket;
}

const TYPE = /"type":"([a-z.]+)"/;
const TYPE_WITHIN = 60;

/** The type of a frame, which stands at its beginning. */
function typeOf(frame: Buffer): string {
  return TYPE.exec(frame.toString("latin1", 0, TYPE_WITHIN))?.[1] ?? "";
}

function originOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}
