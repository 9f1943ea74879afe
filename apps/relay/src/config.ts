import { isIP } from "node:net";
import { resolve } from "node:path";
import * as z from "zod";
import { canonicalOrigin } from "./sites/allowed-origins.ts";

/** What the owner decided about this installation. */
export interface Config {
  /** Where people reach the relay, without a slash at the end; null is demo mode, where the port decides. */
  readonly publicUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: string;
  /** Proxies whose X-Forwarded-For is believed, as addresses and ranges; none by default. */
  readonly trustProxy: string[] | false;
}

/** The environment says something that cannot be. Every fault is a sentence that names its variable. */
export class ConfigFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

const PublicUrl = z
  .string()
  .refine(isBareAddress, "must be an address like https://chat.example.com, without a path")
  .transform((url) => new URL(url).origin);

function isBareAddress(url: string): boolean {
  const origin = canonicalOrigin(url);
  return origin !== null && `${origin}/` === new URL(url).href;
}

const Port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a number from 0 to 65535")
  .transform(Number)
  .refine((port) => port <= 65_535, "must be a number from 0 to 65535");

const TrustProxy = z
  .string()
  .trim()
  .transform((value) => value.split(/\s*,\s*/))
  .refine((parts) => parts.every(isProxy), "must be addresses or ranges separated by commas, or loopback");

const NAMED_PROXIES = new Set(["loopback", "linklocal", "uniquelocal"]);

function isProxy(part: string): boolean {
  const [address = "", bits, ...rest] = part.split("/");
  if (NAMED_PROXIES.has(part)) return true;
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}

const Settings = z.object({
  PUBLIC_URL: PublicUrl.optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: Port.default(4000),
  DATA_DIR: z.string().default("./data"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be one of trace, debug, info, warn, error, fatal, silent",
    })
    .optional(),
  TRUST_PROXY: TrustProxy.optional(),
});

/**
 * Reads the settings out of an environment. A variable that is set to nothing counts as unset.
 *
 * @throws ConfigFault with all faults at once, so that one start is enough to find them.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Settings.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== "")));
  if (!parsed.success) {
    throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
  }
  const { PUBLIC_URL, HOST, PORT, DATA_DIR, LOG_LEVEL, TRUST_PROXY } = parsed.data;
  if (PUBLIC_URL === undefined && !LOOPBACK.has(HOST)) {
    throw new ConfigFault([`HOST ${HOST} can be reached by others: set PUBLIC_URL, or leave HOST at 127.0.0.1.`]);
  }
  return {
    publicUrl: PUBLIC_URL ?? null,
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    logLevel: LOG_LEVEL ?? (PUBLIC_URL === undefined ? "warn" : "info"),
    trustProxy: TRUST_PROXY ?? false,
  };
}
