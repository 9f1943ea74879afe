import { Cluster, Redis, type RedisOptions } from "ioredis";
import type { Complaints } from "./complaints.ts";

/** A connection for commands: one server, or whichever node of a cluster a key belongs to. */
export type RedisClient = Redis | Cluster;

/** Longer than any answer of a Redis that is well; a Redis that is not shall slow nobody down. */
const COMMANDS = { commandTimeout: 500 } satisfies RedisOptions;
/** Something was asked and nothing at all came: the connection leads nowhere any more, and what waits in it is dropped. */
const SILENCE_MS = 1_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/** Nothing waits for a Redis that is away: what was not said in time is not worth saying. */
const CONNECTION = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  connectTimeout: SILENCE_MS,
  socketTimeout: SILENCE_MS,
  disconnectTimeout: 0,
} satisfies RedisOptions;

type Credentials = Pick<RedisOptions, "username" | "password" | "tls">;

interface Server extends Credentials {
  readonly host: string;
  readonly port: number;
  /** Number of the database; a cluster has one only. */
  readonly db: number;
}

/** Where a Redis is and how to sign in, out of redis://name:password@host:port/number; rediss:// is TLS. */
function serverOf(address: string): Server {
  const url = new URL(address);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || 6379),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.username && { username: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
    ...(url.protocol === "rediss:" && { tls: {} }),
  };
}

/** Milliseconds before the attempt with this number, which counts from 1: soon, but not everybody at once. */
export function pauseBefore(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}

/**
 * Connects for commands, and again whenever the connection breaks. Commands fail at once while there is none.
 *
 * @param urls one server, or nodes of a cluster, which share their password
 */
export function connectToRedis(urls: readonly string[], complaints: Complaints): RedisClient {
  return connect(urls, complaints, COMMANDS);
}

/** The same for publishing. Its commands have no deadlines: a timer for each would cost more than the message's own frame. */
export function connectPublisher(urls: readonly string[], complaints: Complaints): RedisClient {
  return connect(urls, complaints, {});
}

function connect(urls: readonly string[], complaints: Complaints, commands: Partial<typeof COMMANDS>): RedisClient {
  const [first = "", ...others] = urls;
  const server = serverOf(first);
  const client =
    others.length > 0
      ? connectToCluster(urls.map(serverOf), { ...credentialsOf(server), ...commands })
      : new Redis({ ...server, ...CONNECTION, ...commands, retryStrategy: pauseBefore });
  client.on("ready", () => complaints.settle());
  return heard(client, complaints);
}

function connectToCluster(nodes: readonly Server[], options: Credentials & Partial<typeof COMMANDS>): Cluster {
  const { enableOfflineQueue, ...connection } = CONNECTION;
  return new Cluster(
    nodes.map(({ host, port }) => ({ host, port })),
    {
      enableOfflineQueue,
      enableAutoPipelining: true,
      // A publication that is tried again later would be overtaken by those that came after it.
      retryDelayOnFailover: 0,
      clusterRetryStrategy: pauseBefore,
      clusterNodeRetryStrategy: pauseBefore,
      redisOptions: { ...options, ...connection },
    },
  );
}

/** One connection that lives once, for subscriptions: whoever holds it hears of its end, and makes another. */
export function connectOnce(url: string, complaints: Complaints): Redis {
  return heard(new Redis({ ...serverOf(url), ...CONNECTION, retryStrategy: null }), complaints);
}

/** The same for a node of a cluster, reached as the cluster itself reaches it. */
export function connectOnceTo({ options }: Redis, complaints: Complaints): Redis {
  const { host = "", port = 0 } = options;
  return heard(new Redis({ host, port, ...credentialsOf(options), ...CONNECTION, retryStrategy: null }), complaints);
}

/** Closes a connection whose events concern nobody any more; an error must not end the process all the same. */
export function closeSilently(redis: Redis): void {
  redis.removeAllListeners();
  redis.on("error", () => undefined);
  redis.disconnect();
}

function credentialsOf({ username, password, tls }: Credentials): Credentials {
  return { username, password, tls };
}

/** An error event without a listener would end the process; what follows from it is seen in the connection's state. */
function heard<C extends RedisClient>(client: C, complaints: Complaints): C {
  client.on("error", (error: unknown) => complaints.hear(error));
  return client;
}
