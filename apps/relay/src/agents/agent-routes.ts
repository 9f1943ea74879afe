import { type Me, MyChanges, SignIn, type SignInList } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { SharedBudgets } from "../http/rate-limit-shared.ts";
import { spendFrom } from "../http/spend.ts";
import type { Limits } from "../limits.ts";
import type { Peers } from "../realtime/peers.ts";
import type { Shopfront } from "../realtime/shopfront.ts";
import type { SiteDirectory, StateOf } from "../sites/directory.ts";
import { type Agent, faceOf } from "./agent.ts";
import type { AgentStore } from "./agent-store.ts";
import { checkPassword } from "./password.ts";

/** What an agent's page is told of who they are. */
export type Introduce = (agent: Agent) => Me;

export function introduction(sites: SiteDirectory, stateOf: StateOf, demo: boolean): Introduce {
  return (agent) => {
    const { email, role, capacity, mailAlerts } = agent;
    return { agent: faceOf(agent), email, role, capacity, mailAlerts, demo, sites: sites.cards(stateOf) };
  };
}

export interface AgentRoutesOptions {
  readonly agents: AgentStore;
  readonly doorkeeper: Doorkeeper;
  readonly peers: Peers;
  readonly introduce: Introduce;
  readonly shop: Shopfront;
  readonly limits: Limits;
  /** Attempts for each account, from wherever they come. */
  readonly attempts: SharedBudgets;
}

/** Signing in and out, what agents change about themselves, and the list of browsers in which one is signed in. */
export function agentRoutes(options: AgentRoutesOptions): FastifyPluginAsync {
  const { agents, doorkeeper, peers, introduce, shop } = options;
  return async (app) => {
    const { max, windowMs: timeWindow } = options.limits.signInsPerAddress;
    app.post("/v1/agent/sign-in", { config: { rateLimit: { max, timeWindow } } }, async (request, reply) => {
      doorkeeper.requireOwnOrigin(request);
      const agent = await authenticate(options, parse(SignIn, request.body));
      await doorkeeper.signIn(request, reply, agent.id);
      return introduce(agent);
    });

    app.post("/v1/agent/sign-out", async (request, reply) => {
      doorkeeper.requireOwnOrigin(request);
      await doorkeeper.signOut(request, reply);
      await peers.recheck();
      return reply.code(204).send();
    });

    app.get("/v1/agent/me", async (request) => introduce((await doorkeeper.admit(request)).agent));

    app.put("/v1/agent/me", async (request): Promise<Me> => {
      const { agent } = await doorkeeper.admit(request);
      const changes = parse(MyChanges, request.body);
      await agents.change(agent.id, changes);
      await shop.agentChanged();
      const { capacity = agent.capacity, mailAlerts = agent.mailAlerts } = changes;
      return introduce({ ...agent, capacity, mailAlerts });
    });

    app.get("/v1/agent/sign-ins", async (request): Promise<SignInList> => {
      const signedIn = await doorkeeper.admit(request);
      return { signIns: await agents.signIns(signedIn) };
    });

    app.delete<{ Params: { id: string } }>("/v1/agent/sign-ins/:id", async (request, reply) => {
      const { agent } = await doorkeeper.admit(request);
      if (!(await agents.revoke(agent.id, request.params.id))) throw new Refusal("not-found");
      await peers.recheck();
      return reply.code(204).send();
    });
  };
}

async function authenticate({ agents, attempts }: AgentRoutesOptions, signIn: SignIn): Promise<Agent> {
  await spendFrom(attempts, signIn.email);
  const known = await agents.withPassword(signIn.email);
  const isRight = await checkPassword(signIn.password, known?.passwordHash);
  if (known === undefined || !isRight) throw new Refusal("sign-in-failed");
  return known.agent;
}
