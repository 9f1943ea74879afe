export { connect, FramePeer, type Greeting, hello, openAgent, openVisitor } from "./frame-peer.ts";
export { createDatabase, PostgresServer } from "./postgres-server.ts";
export { programPath } from "./program.ts";
export { RedisCluster, RedisServer } from "./redis-server.ts";
export { say } from "./say.ts";
export { freePort } from "./server-process.ts";
export { PASSWORD, type SignedInAgent, startRelay, type TestRelay, type TestRelayOptions } from "./start-relay.ts";
export { TestClock } from "./test-clock.ts";
