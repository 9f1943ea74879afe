import { parseArgs } from "node:util";
import { addAgentCommand, addSiteCommand, changeSiteCommand, listSitesCommand } from "./cli-commands.ts";
import { doctorCommand } from "./cli-doctor.ts";
import { backUpCommand, copyCommand, migrateCommand } from "./cli-storage.ts";
import { CommandFault, UsageFault } from "./cli-usage.ts";
import { serve } from "./serve.ts";
import { sentenceFor } from "./start-fault.ts";

const USAGE = `Usage: npm run shopbell -- COMMAND

  serve                                   run the relay (the same as npm start)
  user create --email ADDRESS --name NAME --role owner|agent --password-stdin
  site create --name NAME --origin https://shop.example [--origin ...] [--color #1d4f9f]
  site change --key KEY [--name NAME] [--origin ...] [--color ...]
  site list                               keys, names and allowed origins
  migrate                                 bring the database up to date
  backup --to FILE                        copy the SQLite database, also while the relay runs
  copy --from PLACE --to PLACE            move an installation; PLACE is sqlite:FILE, sqlite:FOLDER or postgres://...
  doctor                                  check settings, folder, database and Redis

Settings are environment variables: PUBLIC_URL, HOST, PORT, DATA_DIR, LOG_LEVEL, TRUST_PROXY, and for several relays
DATABASE_URL, REDIS_URL and METRICS_TOKEN, each of which may also be in a file that DATABASE_URL_FILE and so on name.`;

/** What the command line says after the program's name. @throws UsageFault */
async function run(args: readonly string[]): Promise<void> {
  const [first = "help", second = ""] = args;
  const two = `${first} ${second}`;
  if (two === "user create") return addAgentCommand(process.env, optionsOf(args.slice(2)), process.stdin);
  if (two === "site create") return addSiteCommand(process.env, optionsOf(args.slice(2)));
  if (two === "site change") return changeSiteCommand(process.env, optionsOf(args.slice(2)));
  if (two === "site list") return listSitesCommand(process.env);
  const options = optionsOf(args.slice(1));
  switch (first) {
    case "serve":
      return serve(process.env);
    case "migrate":
      return migrateCommand(process.env);
    case "backup":
      return backUpCommand(process.env, options);
    case "copy":
      return copyCommand(options);
    case "doctor":
      return doctorCommand(process.env);
    case "help":
    case "--help":
      return console.log(USAGE);
    default:
      throw new UsageFault(`There is no command "${args.join(" ")}".`);
  }
}

function optionsOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: "string" },
        name: { type: "string" },
        role: { type: "string" },
        "password-stdin": { type: "boolean" },
        origin: { type: "string", multiple: true },
        color: { type: "string" },
        key: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
      },
    });
    return values;
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}

function sentence(error: unknown): string {
  if (error instanceof UsageFault) return `${error.message}\n\n${USAGE}`;
  return error instanceof CommandFault ? error.message : sentenceFor(error);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
