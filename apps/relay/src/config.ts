import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import * as z from "zod";
import { canonicalHost } from "./egress/allowed-hosts.ts";
import { takesTags } from "./mail/address.ts";
import { canonicalOrigin } from "./sites/allowed-origins.ts";

/** What the owner decided about this installation. */
export interface Config {
  /** Where people reach the relay, without a slash at the end; null is demo mode, where the port decides. */
  readonly publicUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Postgres; null is a SQLite file in `dataDir`. */
  readonly databaseUrl: string | null;
  /** One Redis, or several nodes of a cluster; null is a relay alone. */
  readonly redisUrls: readonly string[] | null;
  /** Who shows it may read the metrics; null is nobody. */
  readonly metricsToken: string | null;
  /** The server that mail goes out by; null where none goes out. */
  readonly smtpUrl: string | null;
  /** The shop's own address, which mail goes out from and replies come to. */
  readonly mailFrom: string | null;
  /** The mailbox that replies come to; null where none is read. */
  readonly imapUrl: string | null;
  /** Who shows it may hand in mail over HTTP; null is nobody. */
  readonly inboundEmailSecret: string | null;
  /** What the server that receives our mail calls itself where it says whether a sender is who they say (RFC 8601). */
  readonly mailAuthservId: string | null;
  readonly logLevel: string;
  /** Proxies whose X-Forwarded-For is believed, as addresses and ranges; none by default. */
  readonly trustProxy: string[] | false;
  /** Hosts with their port that may be asked although their address is private. */
  readonly egressAllow: readonly string[];
  /** Where the demo shop's own system answers; null where it is not started with the relay. */
  readonly demoOrders: { readonly url: string; readonly secret: string } | null;
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

const EgressAllow = z
  .string()
  .trim()
  .transform((value) => value.split(/\s*,\s*/).map(canonicalHost))
  .refine(
    (hosts): hosts is string[] => !hosts.includes(null),
    "must be hosts with their ports, separated by commas, like orders.internal:8080",
  );

/** An address of a server with one of these schemes. The address itself is in no sentence: it holds a password. */
function ServerUrl(protocol: RegExp, example: string, path = /^/) {
  const isServer = (url: string) =>
    URL.canParse(url) && protocol.test(new URL(url).protocol) && path.test(new URL(url).pathname);
  return z.string().refine(isServer, `must be an address like ${example}`);
}

const RedisUrl = ServerUrl(/^rediss?:$/, "redis://host:6379", /^\/?\d*$/);
const RedisUrls = z
  .string()
  .transform((value) => value.split(/\s*,\s*/))
  .pipe(z.array(RedisUrl));

const SmtpUrl = ServerUrl(/^smtps?:$/, "smtp://name:password@host:587");

const MailFrom = z
  .email("must be a bare address like help@shop.example")
  .max(254, "must be an address of at most 254 characters")
  .refine(takesTags, "must have 27 characters at most before the @ and no +, since replies come back to address+tag");

const ImapUrl = ServerUrl(/^imaps?:$/, "imaps://name:password@host/INBOX");

const SharedSecret = z.string().min(16, "must have 16 characters or more");

/** Settings that are secrets: each may also be a file that NAME_FILE names. */
const SECRETS = ["DATABASE_URL", "REDIS_URL", "METRICS_TOKEN", "SMTP_URL", "IMAP_URL", "INBOUND_EMAIL_SECRET"];

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
  DATABASE_URL: ServerUrl(/^postgres(ql)?:$/, "postgres://name:password@host/database").optional(),
  REDIS_URL: RedisUrls.optional(),
  METRICS_TOKEN: SharedSecret.nullable().default(null),
  SMTP_URL: SmtpUrl.nullable().default(null),
  MAIL_FROM: MailFrom.nullable().default(null),
  IMAP_URL: ImapUrl.nullable().default(null),
  INBOUND_EMAIL_SECRET: SharedSecret.nullable().default(null),
  MAIL_AUTHSERV_ID: z.string().max(255).nullable().default(null),
  EGRESS_ALLOW: EgressAllow.default([]),
  DEMO_ORDERS_URL: ServerUrl(/^http:$/, "http://127.0.0.1:4100/orders")
    .nullable()
    .default(null),
  DEMO_ORDERS_SECRET: z.string().min(32, "must have 32 characters or more").nullable().default(null),
});

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings out of an environment. A variable that is set to nothing counts as unset.
 *
 * @throws ConfigFault with all faults at once, so that one start is enough to find them.
 */
export function readConfig(env: Env): Config {
  const faults: string[] = [];
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = Settings.safeParse({ ...set, ...readSecrets(set, faults) });
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  else faults.push(...contradictions(parsed.data));
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
  const { PUBLIC_URL, HOST, PORT, DATA_DIR, LOG_LEVEL, TRUST_PROXY } = parsed.data;
  return {
    publicUrl: PUBLIC_URL ?? null,
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    redisUrls: parsed.data.REDIS_URL ?? null,
    metricsToken: parsed.data.METRICS_TOKEN,
    smtpUrl: parsed.data.SMTP_URL,
    mailFrom: parsed.data.MAIL_FROM,
    imapUrl: parsed.data.IMAP_URL,
    inboundEmailSecret: parsed.data.INBOUND_EMAIL_SECRET,
    mailAuthservId: parsed.data.MAIL_AUTHSERV_ID,
    logLevel: LOG_LEVEL ?? (PUBLIC_URL === undefined ? "warn" : "info"),
    trustProxy: TRUST_PROXY ?? false,
    egressAllow: parsed.data.EGRESS_ALLOW,
    demoOrders: demoOrders(parsed.data),
  };
}

/** Only the demo shop's: a real one's owner says in the console where orders are. */
function demoOrders({
  PUBLIC_URL,
  DEMO_ORDERS_URL,
  DEMO_ORDERS_SECRET,
}: z.infer<typeof Settings>): Config["demoOrders"] {
  if (PUBLIC_URL !== undefined || DEMO_ORDERS_URL === null || DEMO_ORDERS_SECRET === null) return null;
  return { url: DEMO_ORDERS_URL, secret: DEMO_ORDERS_SECRET };
}

function contradictions(settings: z.infer<typeof Settings>): string[] {
  const { PUBLIC_URL, HOST, DATABASE_URL, REDIS_URL, SMTP_URL, MAIL_FROM } = settings;
  const faults: string[] = [];
  if (SMTP_URL !== null && MAIL_FROM === null) {
    faults.push("SMTP_URL sends mail, which comes from an address of yours: set MAIL_FROM too.");
  }
  if (PUBLIC_URL === undefined && !LOOPBACK.has(HOST)) {
    faults.push(`HOST ${HOST} can be reached by others: set PUBLIC_URL, or leave HOST at 127.0.0.1.`);
  }
  if (REDIS_URL !== undefined && DATABASE_URL === undefined) {
    faults.push("REDIS_URL connects several relays, which need one database: set DATABASE_URL too.");
  }
  return faults;
}

function readSecrets(env: Env, faults: string[]): Record<string, string> {
  const secrets: Record<string, string> = {};
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`];
    if (file === undefined) continue;
    if (env[name] !== undefined) faults.push(`${name} and ${name}_FILE are both set: keep one.`);
    try {
      secrets[name] = readFileSync(file, "utf8").trim();
    } catch {
      faults.push(`${name}_FILE ${file} cannot be read.`);
    }
  }
  return secrets;
}
