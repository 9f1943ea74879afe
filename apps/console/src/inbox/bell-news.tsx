import type { SiteCard } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { bellSays, whatThen } from "../availability/site-words.ts";
import { useAvailability } from "../availability/use-availability.ts";
import { latestSeen } from "../bell/latest-seen.ts";
import { Snippet } from "../bell/snippet.tsx";
import { ago, hostOf } from "../format.ts";
import { freshMeQuery } from "../http/queries.ts";
import { mailQuery } from "../http/queries-settings.ts";
import { t } from "../i18n.ts";
import { useDesk } from "../line/desk.tsx";
import { useRelayNow } from "../line/relay-now.ts";
import atoms from "../ui/atoms.module.css";
import { useBellsAfresh } from "./use-bells-afresh.ts";

/** Times of opening are told in minutes. */
const STATE_STEP_MS = 60_000;

/** Whether the bell is on a page, as far as anybody has seen, and what it says there. */
export function BellNews() {
  const { me } = useDesk();
  useBellsAfresh();
  const fresh = useQuery(freshMeQuery).data ?? me;
  const seen = latestSeen(fresh.sites);
  const first = fresh.sites[0];
  // A bell that nobody has seen says nothing to anybody.
  const shown = fresh.sites.filter((site) => fresh.demo || site.seenAt !== null);
  return (
    <>
      {seen ? <SeenNews site={seen} /> : first && !fresh.demo && <PasteNews site={first} />}
      {shown.map((site) => (
        <Saying key={site.key} site={site} alone={shown.length === 1} />
      ))}
      <ComeBack />
      {fresh.demo && (
        <>
          <p>{t("empty.demo")}</p>
          <a className={atoms.button} href="/" target="_blank" rel="noopener">
            {t("empty.openDemo")}
          </a>
          <MailboxNews />
        </>
      )}
    </>
  );
}

/** Where the demo's mail lies. */
function MailboxNews() {
  const mailbox = useQuery({ ...mailQuery, refetchInterval: false }).data?.mailbox;
  if (!mailbox) return null;
  return (
    <a className={atoms.meta} href={mailbox} target="_blank" rel="noopener">
      {t("empty.mailbox")}
    </a>
  );
}

function SeenNews({ site }: { site: SiteCard & { seenAt: number } }) {
  const now = useRelayNow();
  return <p>{t("empty.seen", { site: site.seenOn ? hostOf(site.seenOn) : site.name, ago: ago(site.seenAt, now) })}</p>;
}

/** What a shop's bell says now, and what becomes of what is written there. */
function Saying({ site, alone }: { site: SiteCard; alone: boolean }) {
  const now = useRelayNow(STATE_STEP_MS);
  const says = bellSays(site.state, now);
  return (
    <p>
      {alone ? says : t("says.site", { site: site.name, says })} {whatThen(site.state, now)}
    </p>
  );
}

/** The way back to the counter, for who is away from it. */
function ComeBack() {
  const { now, choose } = useAvailability();
  if (now !== "away") return null;
  return (
    <button type="button" className={atoms.button} data-look="main" onClick={() => choose("available")}>
      {t("says.be")}
    </button>
  );
}

function PasteNews({ site }: { site: SiteCard }) {
  return (
    <>
      <p>{t("empty.notSeen")}</p>
      <Snippet text={site.snippet} />
    </>
  );
}
