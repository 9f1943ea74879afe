import { DatabaseSync, type StatementSync } from "node:sqlite";
import { Client } from "pg";

/** What happens at a commit of either database, once a SIGUSR2 has come. */
export interface CommitFault {
  /** Sent to the database in its place. */
  readonly instead?: string;
  /** Done when the database has answered, and before the relay knows. */
  after?(): void;
  /** Of so many commits one is chosen. */
  readonly every: number;
}

let armed = false;
let commits = 0;

process.on("SIGUSR2", () => {
  armed = true;
});

/** Puts a fault between the relay and its database, without a line in either that knows about it. */
export function breakCommits(fault: CommitFault): void {
  breakSqlite(fault);
  breakPostgres(fault);
}

function isChosen({ every }: CommitFault): boolean {
  if (!armed) return false;
  commits += 1;
  return commits % every === 0;
}

function breakSqlite(fault: CommitFault): void {
  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function prepareBroken(this: DatabaseSync, sql: string): StatementSync {
    const statement = prepare.call(this, sql);
    if (sql !== "COMMIT") return statement;
    const commit = statement.run.bind(statement);
    const other = fault.instead === undefined ? statement : prepare.call(this, fault.instead);
    statement.run = () => {
      if (!isChosen(fault)) return commit();
      const result = other === statement ? commit() : other.run();
      fault.after?.();
      return result;
    };
    return statement;
  };
}

function breakPostgres(fault: CommitFault): void {
  const { prototype } = Client;
  const query = prototype.query as (...args: unknown[]) => unknown;
  const queryBroken = function (this: Client, ...args: unknown[]): unknown {
    if (args[0] !== "COMMIT" || !isChosen(fault)) return query.apply(this, args);
    const answered = query.call(this, fault.instead ?? "COMMIT") as Promise<unknown>;
    return answered.then((result) => {
      fault.after?.();
      return result;
    });
  };
  Object.assign(prototype, { query: queryBroken });
}
