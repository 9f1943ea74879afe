import { Address } from "./address.ts";
import { AgentStore } from "./agents/agent-store.ts";
import { SetupStore } from "./agents/setup-store.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { ConversationStore } from "./conversations/conversation-store.ts";
import { SqliteLedger } from "./conversations/ledger-store.ts";
import { newCounters } from "./counters.ts";
import { Budgets } from "./http/rate-limit.ts";
import type { Limits } from "./limits.ts";
import { Attendance } from "./realtime/attendance.ts";
import { Crowd } from "./realtime/crowd.ts";
import { Desk } from "./realtime/desk.ts";
import { MemoryBus } from "./realtime/memory-bus.ts";
import { type PeerContext, peerBudgets } from "./realtime/peer-context.ts";
import { Peers } from "./realtime/peers.ts";
import { SiteDirectory } from "./sites/directory.ts";
import { DEMO_SITE } from "./sites/site.ts";
import { addSite, loadSites } from "./sites/site-store.ts";
import { openStorage, type Storage } from "./storage/database.ts";
import { Journal } from "./storage/journal.ts";
import { VisitorStore } from "./visitors/visitor-store.ts";

/** Everything that a relay consists of, apart from HTTP. */
export interface Parts {
  readonly storage: Storage;
  readonly address: Address;
  readonly agents: AgentStore;
  readonly setups: SetupStore;
  readonly peers: Peers;
  readonly context: PeerContext;
  /** Sign-in attempts for each account. */
  readonly attempts: Budgets;
}

/** Opens the database and puts the parts together. @throws when the database cannot be opened. */
export async function openParts(
  config: Config,
  clock: Clock,
  limits: Limits,
  fault: (error: unknown) => void,
): Promise<Parts> {
  const storage = await openStorage(config.dataDir);
  const { db, sqlite, epoch } = storage;
  const demo = config.publicUrl === null;
  if (demo) await addSite(db, DEMO_SITE, clock.now());

  const address = new Address(config);
  const sites = new SiteDirectory({
    load: () => loadSites(db),
    demo,
    publicUrl: () => address.publicUrl,
    ownOrigins: () => address.ownOrigins,
  });
  await sites.refresh();

  const counters = newCounters();
  const bus = new MemoryBus();
  const ledger = new SqliteLedger(sqlite, db);
  const journal = new Journal(sqlite, {
    begun: () => ledger.trustHeads(),
    groupSettled: () => desk.publishChanged(),
    commitFailed: (error) => {
      ledger.forgetHeads();
      counters.failedCommits += 1;
      fault(error);
    },
  });
  const desk = new Desk(journal, ledger, bus, clock);
  const agents = new AgentStore(db, clock);
  const context: PeerContext = {
    epoch,
    clock,
    limits,
    counters,
    bus,
    journal,
    desk,
    conversations: new ConversationStore(db),
    visitors: new VisitorStore(sqlite, db, journal, clock),
    sites,
    attendance: new Attendance(limits.presenceLingerMs, sites, bus, clock),
    crowd: new Crowd(),
    budgets: peerBudgets(limits),
    fault,
  };
  const attempts = new Budgets(limits.signInsPerAccount);
  return {
    storage,
    address,
    agents,
    setups: new SetupStore(db, clock),
    peers: new Peers(agents, clock),
    context,
    attempts,
  };
}
