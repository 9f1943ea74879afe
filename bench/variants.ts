/** What the load speaks with a server. */
export type Language = "plain" | "socket.io" | "shopbell";

/** One of the servers that are measured beside each other. */
export interface Variant {
  readonly name: string;
  readonly script: URL;
  readonly language: Language;
  /** With two, visitors are on one and the agent is on the other. */
  readonly relays: 1 | 2;
  readonly needs: readonly Backing[];
}

/** What a relay keeps beside itself, by the setting that names it. */
export type Backing = "REDIS_URL" | "DATABASE_URL";

const SCRIPTS = {
  bare: new URL("./servers/bare-relay.ts", import.meta.url),
  redis: new URL("./servers/redis-relay.ts", import.meta.url),
  socketIo: new URL("./servers/socketio-relay.ts", import.meta.url),
  shopbell: new URL("./servers/shopbell-relay.ts", import.meta.url),
};

/** The yardstick of every round. */
export const BARE: Variant = { name: "bare ws", script: SCRIPTS.bare, language: "plain", relays: 1, needs: [] };

const REDIS = ["REDIS_URL"] as const;
const GROWN = ["REDIS_URL", "DATABASE_URL"] as const;

const WS_REDIS: Variant = {
  name: "ws + Redis",
  script: SCRIPTS.redis,
  language: "plain",
  relays: 1,
  needs: REDIS,
};
const WS_REDIS_TWO: Variant = { ...WS_REDIS, name: "ws + Redis, two relays", relays: 2 };
export const SOCKET_IO: Variant = {
  name: "socket.io",
  script: SCRIPTS.socketIo,
  language: "socket.io",
  relays: 1,
  needs: [],
};
export const SOCKET_IO_REDIS: Variant = { ...SOCKET_IO, name: "socket.io + Redis adapter", needs: REDIS };
export const EMBEDDED: Variant = {
  name: "Shopbell: SQLite",
  script: SCRIPTS.shopbell,
  language: "shopbell",
  relays: 1,
  needs: [],
};
export const GROWN_ONE: Variant = { ...EMBEDDED, name: "Shopbell: Redis + Postgres", needs: GROWN };
export const GROWN_TWO: Variant = { ...GROWN_ONE, name: "Shopbell: Redis + Postgres, two relays", relays: 2 };

/** Everything that is measured beside bare ws. */
export const VARIANTS: readonly Variant[] = [
  WS_REDIS,
  WS_REDIS_TWO,
  SOCKET_IO,
  SOCKET_IO_REDIS,
  EMBEDDED,
  GROWN_ONE,
  GROWN_TWO,
];
