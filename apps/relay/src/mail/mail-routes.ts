import type { DeadMail, MailState } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import type { Address } from "../address.ts";
import type { Agent } from "../agents/agent.ts";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { Refusal } from "../http/problems.ts";
import type { DeadJob } from "../jobs/job.ts";
import type { PeerContext } from "../realtime/peer-context.ts";
import type { Storage } from "../storage/database.ts";
import { newId } from "../tokens.ts";
import { tagged } from "./address.ts";
import type { MailIn } from "./in/open-mail-in.ts";
import { namesOf } from "./named-store.ts";
import { MAIL_KINDS } from "./out/mail-office.ts";
import type { MailOut } from "./out/open-mail-out.ts";

export interface MailRoutesOptions {
  readonly doorkeeper: Doorkeeper;
  readonly mailOut: MailOut;
  readonly mailIn: Pick<MailIn, "via" | "reader">;
  readonly storage: Pick<Storage, "db">;
  readonly address: Address;
  readonly context: Pick<PeerContext, "clock">;
}

const TESTS = { max: 5, timeWindow: 60_000 };

/** Owners set up mail: whether it goes out and comes in, a test of both, and what was given up. */
export function mailRoutes(options: MailRoutesOptions): FastifyPluginAsync {
  const { doorkeeper, mailOut } = options;
  const { deadJobs } = mailOut;
  const admitOwner = async (request: FastifyRequest): Promise<Agent> => {
    const { agent } = await doorkeeper.admit(request);
    if (agent.role !== "owner") throw new Refusal("forbidden");
    return agent;
  };

  return async (app) => {
    app.get("/v1/agent/mail", async (request): Promise<MailState> => {
      await admitOwner(request);
      return stateOf(options);
    });

    app.post("/v1/agent/mail/test", { config: { rateLimit: TESTS } }, async (request, reply) => {
      const { email } = await admitOwner(request);
      await sendTests(options, email);
      return reply.code(202).send();
    });

    app.post<{ Params: { id: string } }>("/v1/agent/mail/dead/:id/retry", async (request, reply) => {
      await admitOwner(request);
      if (!(await deadJobs.retry(request.params.id))) throw new Refusal("not-found");
      return reply.code(204).send();
    });

    app.delete<{ Params: { id: string } }>("/v1/agent/mail/dead/:id", async (request, reply) => {
      await admitOwner(request);
      if (!(await deadJobs.drop(request.params.id))) throw new Refusal("not-found");
      return reply.code(204).send();
    });
  };
}

async function stateOf({ mailOut, mailIn, storage }: MailRoutesOptions): Promise<MailState> {
  const { jobs, deadJobs, health } = mailOut;
  await health.refresh();
  const [waiting, dead] = await Promise.all([jobs.countDue(MAIL_KINDS), deadJobs.list(MAIL_KINDS)]);
  const names = await namesOf(storage.db, dead.flatMap(numberOf));
  return {
    out: health.out,
    in: health.in(mailIn.reader?.error ?? null),
    waiting,
    mailbox: mailOut.mailbox === null ? null : "/demo/mailbox",
    dead: dead.map((job) => {
      const [conversation = null] = numberOf(job).flatMap((number) => names.get(number) ?? []);
      return { id: job.id, kind: job.kind as DeadMail["kind"], conversation, error: job.error, at: job.at };
    }),
  };
}

function numberOf({ payload }: DeadJob): number[] {
  const number = payload["conversation"];
  return typeof number === "number" ? [number] : [];
}

/** @throws Refusal `mail-off` */
async function sendTests({ mailOut, mailIn, address, context }: MailRoutesOptions, owner: string): Promise<void> {
  const { jobs, health, ownAddress, marks } = mailOut;
  if (health.out.state === "off" || ownAddress === null) throw new Refusal("mail-off");
  const now = context.clock.now();
  const ask = (to: string, href: string | null) =>
    jobs.ask({ kind: "test", key: newId(), payload: { address: to, href }, runAt: now });
  await jobs.dropAll("test");
  await ask(owner, `${address.publicUrl}/m/${marks.out}`);
  if (mailIn.via !== null) await ask(tagged(ownAddress, marks.in), null);
}
