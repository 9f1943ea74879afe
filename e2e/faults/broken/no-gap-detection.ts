// Broken on purpose: whatever layer of a relay finds that somebody misses something, nobody is given it.
import { InboxFeed } from "../../../apps/relay/src/realtime/inbox-feed.ts";
import { Peer } from "../../../apps/relay/src/realtime/peer.ts";

process.on("SIGUSR2", () => undefined); // it is broken from the start

Peer.prototype.refill = () => undefined;
InboxFeed.prototype.compare = async () => 0;
