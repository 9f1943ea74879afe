import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import { programPath } from "./program.ts";
import { freePort, ServerProcess } from "./server-process.ts";

const PASSWORD = "secret";
const NOBODY = { uid: 65_534, gid: 65_534, name: "nobody", group: "nogroup" };

/** A mail in the mailbox, as a mail program lists it. */
export interface ListedMail {
  readonly uid: number;
  readonly isRead: boolean;
}

/** A real Dovecot with one mailbox, in the hand of a test. It takes any name. */
export class DovecotServer {
  readonly url: string;
  readonly #port: number;
  readonly #process: ServerProcess;
  readonly #folder: string;

  private constructor(port: number, folder: string, process: ServerProcess) {
    this.url = `imap://help:${PASSWORD}@127.0.0.1:${port}/INBOX`;
    this.#port = port;
    this.#folder = folder;
    this.#process = process;
  }

  static async start(): Promise<DovecotServer> {
    const account = accountForDovecot();
    const folder = mkdtempSync(join(tmpdir(), "shopbell-dovecot-"));
    const port = await freePort();
    const settings = join(folder, "dovecot.conf");
    writeFileSync(settings, settingsFor(folder, port, account));
    chmodSync(folder, 0o755);
    for (const path of [folder, join(folder, "mail")]) {
      mkdirSync(path, { recursive: true });
      if (account.uid !== undefined) chownSync(path, account.uid, account.gid);
    }
    const server = new ServerProcess({
      path: programPath("dovecot", "dovecot-imapd"),
      args: ["-F", "-c", settings],
      options: { cwd: folder, ...(account.uid !== undefined && { uid: account.uid, gid: account.gid }) },
      readyWhen: /starting up for imap/,
    });
    await server.start();
    return new DovecotServer(port, folder, server);
  }

  /** Mails arrive. */
  async deliver(...mails: readonly Buffer[]): Promise<void> {
    await this.#operate(async (imap) => {
      for (const mail of mails) await imap.append("INBOX", mail);
    });
  }

  /** Somebody reads a mail in a mail program. */
  async read(uid: number): Promise<void> {
    await this.#operate(async (imap) => {
      await imap.mailboxOpen("INBOX");
      await imap.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    });
  }

  /** What is in the mailbox, oldest first. */
  list(): Promise<ListedMail[]> {
    return this.#operate(async (imap) => {
      await imap.mailboxOpen("INBOX", { readOnly: true });
      const mails = await imap.fetchAll("1:*", { uid: true, flags: true }, { uid: true });
      return mails.map(({ uid, flags }) => ({ uid, isRead: flags?.has("\\Seen") ?? false }));
    });
  }

  /** As a crash would: every process of it, at once. */
  kill(): Promise<void> {
    return this.#process.kill();
  }

  /** Crashes it if it still runs, and starts it on the same port and mails. */
  async restart(): Promise<void> {
    await this.kill();
    rmSync(join(this.#folder, "run"), { recursive: true, force: true });
    await this.#process.start();
  }

  /** Numbers all mails anew, as after a restored backup. */
  async renumber(): Promise<void> {
    await this.kill();
    for (const file of ["dovecot-uidlist", "dovecot-uidvalidity", "dovecot.index", "dovecot.index.log"]) {
      rmSync(join(this.#folder, "mail", file), { force: true });
    }
    await this.restart();
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #operate<T>(work: (imap: ImapFlow) => Promise<T>): Promise<T> {
    const auth = { user: "help", pass: PASSWORD };
    const imap = new ImapFlow({ host: "127.0.0.1", port: this.#port, secure: false, auth, logger: false });
    await imap.connect();
    try {
      return await work(imap);
    } finally {
      await imap.logout();
    }
  }
}

/** Dovecot reads mail as nobody who matters. */
function accountForDovecot() {
  if (process.getuid?.() === 0) return NOBODY;
  const { username } = userInfo();
  return { uid: undefined, gid: undefined, name: username, group: username };
}

function settingsFor(folder: string, port: number, { name, group }: { name: string; group: string }): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = ${name}
default_internal_group = ${group}
default_login_user = ${name}
first_valid_uid = 1
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${name} gid=${group} home=${folder}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
}
service anvil {
  chroot =
}
`;
}
