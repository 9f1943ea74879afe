import type { FastifyReply, FastifyRequest } from "fastify";
import type { Address } from "../address.ts";
import type { SignedIn } from "../agents/agent.ts";
import type { AgentStore } from "../agents/agent-store.ts";
import { browserName, cookieName, cookieOptions } from "../agents/sign-in.ts";
import { isAllowedOrigin } from "../sites/allowed-origins.ts";
import { Refusal } from "./problems.ts";

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/** Knows agents by the cookie of their browser, and lets only the relay's own pages act for them. */
export class Doorkeeper {
  readonly #agents: AgentStore;
  readonly #address: Address;

  constructor(agents: AgentStore, address: Address) {
    this.#agents = agents;
    this.#address = address;
  }

  /**
   * What changes something, and every socket, must come from the relay's own pages (K4).
   *
   * @throws Refusal `origin-refused`
   */
  requireOwnOrigin(request: FastifyRequest): void {
    if (!isAllowedOrigin(this.#address.ownOrigins, request.headers.origin)) throw new Refusal("origin-refused");
  }

  /** Whose browser this is. `used`: a person does something, and stays signed in by it. */
  async signedIn(request: FastifyRequest, { used }: { used: boolean }): Promise<SignedIn | undefined> {
    const token = request.cookies[cookieName(this.#address.secure)];
    return token === undefined ? undefined : this.#agents.signedIn(token, { used });
  }

  /**
   * The agent who asks, from one of the relay's own pages.
   *
   * @throws Refusal `unauthorized` or `origin-refused`
   */
  async admit(request: FastifyRequest): Promise<SignedIn> {
    if (!SAFE_METHODS.has(request.method)) this.requireOwnOrigin(request);
    const signedIn = await this.signedIn(request, { used: true });
    if (signedIn === undefined) throw new Refusal("unauthorized");
    return signedIn;
  }

  /** Signs an agent in with a new cookie; one that the browser had before ends. */
  async signIn(request: FastifyRequest, reply: FastifyReply, agentId: string): Promise<void> {
    await this.#endCurrent(request);
    const token = await this.#agents.signIn(agentId, browserName(request.headers["user-agent"]));
    const { secure } = this.#address;
    reply.setCookie(cookieName(secure), token, cookieOptions(secure));
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.#endCurrent(request);
    const { secure } = this.#address;
    const { maxAge: _, ...options } = cookieOptions(secure);
    reply.clearCookie(cookieName(secure), options);
  }

  async #endCurrent(request: FastifyRequest): Promise<void> {
    const current = await this.signedIn(request, { used: false });
    if (current) await this.#agents.revoke(current.agent.id, current.signInId);
  }
}
