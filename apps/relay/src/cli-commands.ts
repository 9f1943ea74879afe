import { EmailAddress, Name, Role } from "@shopbell/protocol";
import * as z from "zod";
import { AgentStore } from "./agents/agent-store.ts";
import { hashPassword, isStrongPassword } from "./agents/password.ts";
import { withStorage } from "./cli-storage.ts";
import { CommandFault, type Env, UsageFault, understand } from "./cli-usage.ts";
import { SYSTEM_CLOCK } from "./clock.ts";
import { readConfig } from "./config.ts";
import { changeSite, newSite, type Site, snippetFor } from "./sites/site.ts";
import { addSite, loadSites, storeSite } from "./sites/site-store.ts";
import { newId } from "./tokens.ts";

const NewAgent = z.object({ email: EmailAddress, name: Name, role: Role, "password-stdin": z.literal(true) });
const NewSite = z.object({
  name: Name,
  origin: z.array(z.string()).min(1),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
});
const SiteChange = NewSite.partial().extend({ key: z.string().min(1) });

/** `user create`: the password comes from stdin, so that it is in no list of processes and no shell history. */
export async function addAgentCommand(env: Env, options: unknown, stdin: AsyncIterable<unknown>): Promise<void> {
  const { email, name, role } = understand(NewAgent, options);
  const password = (await readAll(stdin)).replace(/\r?\n$/, "");
  if (!isStrongPassword(password))
    throw new CommandFault("The password needs 12 characters, and must not be a common one.");
  const passwordHash = await hashPassword(password);
  await withStorage(readConfig(env), async ({ db }) => {
    const added = await new AgentStore(db, SYSTEM_CLOCK).add({ email, name, role, passwordHash });
    if (added === undefined) throw new CommandFault(`Somebody already uses ${email}.`);
    console.log(`${name} <${email}> can sign in as ${role}.`);
  });
}

/** `site create`: prints the key and the line to paste. */
export async function addSiteCommand(env: Env, options: unknown): Promise<void> {
  const { name, origin, color } = understand(NewSite, options);
  const site = newSite(newId(), name, origin, color);
  if (site === undefined) throw new UsageFault("--origin must be an address like https://shop.example.");
  const config = readConfig(env);
  await withStorage(config, ({ db }) => addSite(db, site, SYSTEM_CLOCK.now()));
  console.log(`Key      ${site.key}`);
  console.log(`Snippet  ${snippetFor(config.publicUrl ?? `http://127.0.0.1:${config.port}`, site.key)}`);
  if (config.publicUrl === null)
    console.log(
      "PUBLIC_URL is not set for this command, so the address in this line is a guess: a command needs the settings that the relay has.",
    );
}

/** `site change`: a relay that runs follows within a second. */
export async function changeSiteCommand(env: Env, options: unknown): Promise<void> {
  const { key, name, origin, color } = understand(SiteChange, options);
  await withStorage(readConfig(env), async ({ db }) => {
    const site = (await loadSites(db)).find((candidate) => candidate.key === key);
    if (site === undefined) throw new CommandFault(`There is no site with the key ${key}.`);
    const changed = changeSite(site, { name, origins: origin, color });
    if (changed === undefined) throw new UsageFault("--origin must be an address like https://shop.example.");
    await storeSite(db, changed);
    console.log(lineOf(changed));
  });
}

/** `site list`: key, name and allowed origins. */
export async function listSitesCommand(env: Env): Promise<void> {
  await withStorage(readConfig(env), async ({ db }) => {
    for (const site of await loadSites(db)) console.log(lineOf(site));
  });
}

function lineOf({ key, name, origins }: Site): string {
  return [key, name, origins.join(" ")].join("  ");
}

async function readAll(stream: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}
