export { connect, FramePeer, type Greeting, hello, openAgent, openVisitor } from "./frame-peer.ts";
export { say } from "./say.ts";
export { PASSWORD, type SignedInAgent, startRelay, type TestRelay, type TestRelayOptions } from "./start-relay.ts";
export { TestClock } from "./test-clock.ts";
