export { aLine, aLiveLine } from "./a-line.ts";
export { FakeClock } from "./fake-clock.ts";
export { accept, FakeRelay } from "./fake-relay.ts";
export { MemoryDrafts } from "./memory-drafts.ts";
