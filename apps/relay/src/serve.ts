import { type App, buildApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { seedDemo, seedDemoOrders } from "./demo/demo-store.ts";
import { BUILT } from "./folders.ts";
import { sentenceFor } from "./start-fault.ts";

/** A drain takes well under a second; whatever hangs longer than this is cut. */
const STOP_WITHIN_MS = 25_000;

/** Runs a relay until it is told to stop. Whatever prevents the start is one sentence on stderr and exit code 1. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  let app: App | undefined;
  try {
    const config = readConfig(env);
    app = await buildApp(config, { folders: BUILT });
    if (config.publicUrl === null) await openDemo(app, config);
    await app.listen();
    process.stdout.write(await greeting(app, config));
  } catch (error) {
    await app?.close();
    console.error(sentenceFor(error));
    process.exitCode = 1;
    return;
  }
  stopOn(["SIGTERM", "SIGINT"], app);
}

/** The demo shop opens with answers on its shelf, and with its own system where that was started too. */
async function openDemo({ parts }: App, { demoOrders }: Config): Promise<void> {
  const { context, storage } = parts;
  await seedDemo(storage.db, context.clock.now());
  if (demoOrders !== null) await seedDemoOrders(storage.db, demoOrders);
  await context.sites.refresh();
}

/** What to do next, in lines that a person can act on. */
async function greeting({ parts }: App, config: Config): Promise<string> {
  const { publicUrl } = parts.address;
  const lines = [`  Console    ${publicUrl}/console/`];
  if (config.publicUrl === null) lines.unshift(`  Demo shop  ${publicUrl}/`);
  if (parts.mailOut.mailbox !== null) lines.push(`  Mail       ${publicUrl}/demo/mailbox  (what would go out)`);
  if (!(await parts.agents.hasOwner())) {
    lines.push(`  Set-up     ${publicUrl}/console/set-up#${await parts.setups.mint()}  (once, within 24 hours)`);
  }
  return `\nShopbell is running.\n\n${lines.join("\n")}\n\n`;
}

function stopOn(signals: readonly NodeJS.Signals[], { app, close }: App): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    app.log.info("stopping: everybody is told to come back");
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    close().then(
      () => app.log.info("stopped"),
      (error: unknown) => {
        app.log.error({ err: error }, "the stop failed");
        process.exitCode = 1;
      },
    );
  };
  for (const signal of signals) process.on(signal, stop);
}
