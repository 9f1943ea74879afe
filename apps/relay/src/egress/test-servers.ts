import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { EgressFault } from "./egress-fault.ts";

const opened: Server[] = [];

/** Closes whatever a test has opened. */
export async function closeServers(): Promise<void> {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

/** A server of this machine, and what was asked of it. */
export async function aServer(answer: RequestListener = (_, response) => response.end("hello")) {
  const asked: { path: string; headers: NodeJS.Dict<string | string[]> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    answer(request, response);
  });
  const host = await hostOfListening(server);
  return { asked, host, port: host.split(":")[1], url: `http://${host}` };
}

/** Lets a server listen until `closeServers`. Returns its address and port. */
export async function hostOfListening(server: Server): Promise<string> {
  opened.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Leads from one address to the next. */
export function leadsTo(location: string, status = 302): RequestListener {
  return (_, response) => response.writeHead(status, { location }).end();
}

/** What the owner reads. @throws where nothing was wrong, or the fault is not one of ours */
export async function faultOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => "nothing was wrong",
    (thrown: unknown) => thrown,
  );
  if (error instanceof EgressFault) return error.message;
  throw new Error(`no fault of ours: ${error}`);
}
