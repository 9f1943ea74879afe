import { Address } from "./address.ts";
import { AgentStore } from "./agents/agent-store.ts";
import { SetupStore } from "./agents/setup-store.ts";
import { openShelf } from "./answers/open-shelf.ts";
import { type BetweenRelays, connectRelays } from "./between-relays.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { ConversationStore } from "./conversations/conversation-store.ts";
import { type Counters, newCounters } from "./counters.ts";
import { Egress } from "./egress/egress.ts";
import { FileLinks } from "./files/file-links.ts";
import { FileStore } from "./files/file-store.ts";
import { type SharedBudgets, SharedLimits } from "./http/rate-limit-shared.ts";
import type { Limits } from "./limits.ts";
import type { MailIn } from "./mail/in/open-mail-in.ts";
import { openMail } from "./mail/open-mail.ts";
import type { MailOut } from "./mail/out/open-mail-out.ts";
import { Attendance } from "./realtime/attendance.ts";
import { Comparison } from "./realtime/comparison.ts";
import { type Counter, openCounter } from "./realtime/counter.ts";
import { Crowd } from "./realtime/crowd.ts";
import { Desk } from "./realtime/desk.ts";
import { InboxFeed } from "./realtime/inbox-feed.ts";
import { type PeerContext, peerBudgets } from "./realtime/peer-context.ts";
import { Peers } from "./realtime/peers.ts";
import { Links } from "./requests/links.ts";
import { installationSecret } from "./secret-store.ts";
import { SiteDirectory } from "./sites/directory.ts";
import { DEMO_SITE } from "./sites/site.ts";
import { addSite, loadSites } from "./sites/site-store.ts";
import { refuseUnfinishedCopy } from "./storage/copy.ts";
import { openStorage, type Storage } from "./storage/database.ts";
import { Journal } from "./storage/journal.ts";
import type { Database } from "./storage/schema.ts";
import { VisitorStore } from "./visitors/visitor-store.ts";

/** Everything that a relay consists of, apart from HTTP. */
export interface Parts extends Pick<BetweenRelays, "redis" | "losses"> {
  readonly storage: Storage;
  readonly address: Address;
  readonly agents: AgentStore;
  readonly setups: SetupStore;
  readonly peers: Peers;
  readonly comparison: Comparison;
  readonly context: PeerContext;
  readonly counter: Counter;
  readonly links: Links;
  /** What private links and keyed hashes follow from. */
  readonly secret: Buffer;
  /** Files that came with messages, and the links that open them for a while. */
  readonly files: { readonly store: FileStore; readonly links: FileLinks };
  /** All that asks the world outside. */
  readonly egress: Egress;
  readonly mailIn: MailIn;
  readonly mailOut: MailOut;
  /** Sign-in attempts for each account. */
  readonly attempts: SharedBudgets;
}

/** Opens the database and puts the parts together. @throws when the database cannot be opened, or is half a copy. */
export async function openParts(
  config: Config,
  clock: Clock,
  limits: Limits,
  fault: (error: unknown) => void,
): Promise<Parts> {
  const storage = await openStorage(config);
  const { db } = storage;
  await refuseUnfinishedCopy(storage);
  const address = new Address(config);
  const sites = await openSites(config, address, db, clock);
  const sealed = sealedBy(await installationSecret(db), db, clock);
  const { links, files } = sealed;

  const counters = newCounters();
  const lineage = { epoch: await storage.epoch() };
  const between = { db, clock, lineage, interrupted: () => comparison.interrupted(), fault };
  const { bus, board, scripts, redis, losses } = connectRelays(config.redisUrls, between);
  const sharedLimits = new SharedLimits(scripts, clock);
  const journal = openJournal(storage, counters, () => desk.publishRows(), fault);
  const desk: Desk = new Desk(journal, bus, clock, (...asked) => counter.shop.atTheCounter(...asked));
  const shared = { config, storage, db, clock, sites, address, bus, desk, links, fault };
  const { mailIn, mailOut } = openMail({ ...shared, files: files.store });
  const agents = new AgentStore(db, clock);
  const peers = new Peers(agents, clock, fault);
  const conversations = new ConversationStore(db);
  const attendance = new Attendance({ lingerMs: limits.presenceLingerMs, board, bus, clock });
  const counter = openCounter({ ...shared, attendance, mails: () => mailOut.health.mails });
  const context: PeerContext = {
    lineage,
    clock,
    limits,
    counters,
    bus,
    journal,
    desk,
    inbox: new InboxFeed(bus, conversations, () => sites.keys),
    conversations,
    visitors: new VisitorStore(db, journal, clock),
    sites,
    attendance,
    shop: counter.shop,
    shelf: openShelf(shared),
    linkTo: links.requestPath,
    crowd: new Crowd(),
    budgets: peerBudgets(limits),
    sharedLimits,
    fault,
  };
  const comparison = new Comparison({ context, peers, epoch: () => storage.epoch() });
  await Promise.all(counter.pulse()); // who chose to be away is not to be called available at first
  return {
    storage,
    address,
    agents,
    setups: new SetupStore(db, clock),
    peers,
    comparison,
    context,
    counter,
    ...sealed,
    egress: new Egress({ allow: config.egressAllow }),
    mailIn,
    mailOut,
    attempts: sharedLimits.of("signInsPerAccount", limits.signInsPerAccount),
    redis,
    losses,
  };
}

/** What follows from the installation's secret. */
function sealedBy(secret: Buffer, db: Database, clock: Clock): Pick<Parts, "secret" | "links" | "files"> {
  return { secret, links: new Links(secret), files: { store: new FileStore(db, clock), links: new FileLinks(secret) } };
}

function openJournal(storage: Storage, counters: Counters, settled: () => void, fault: (error: unknown) => void) {
  const failed = (error: unknown) => {
    counters.failedCommits += 1;
    fault(error);
  };
  const groupSettled = (size: number) => {
    counters.commitGroup.observe(size);
    settled();
  };
  return new Journal({ ...storage.commits(failed), groupSettled, fault });
}

async function openSites(config: Config, address: Address, db: Database, clock: Clock): Promise<SiteDirectory> {
  const demo = config.publicUrl === null;
  if (demo) await addSite(db, DEMO_SITE, clock.now());
  const sites = new SiteDirectory({
    load: () => loadSites(db),
    demo,
    publicUrl: () => address.publicUrl,
    ownOrigins: () => address.ownOrigins,
  });
  await sites.refresh();
  return sites;
}
