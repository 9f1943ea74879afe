import { basename } from "node:path";
import { type Acknowledged, DATABASE_FILE } from "./look-into.ts";

/** Something that a relay asked the system to do, in the order in which it asked. */
export type Step =
  | { readonly kind: "write"; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: "truncate"; readonly file: string; readonly size: number }
  | { readonly kind: "sync"; readonly file: string }
  | { readonly kind: "acknowledge"; readonly messages: readonly Acknowledged[] };

/** The files that make a database; shared memory is made anew by whoever opens it. */
export const FILES: readonly string[] = [DATABASE_FILE, `${DATABASE_FILE}-wal`];

/** Goes before the relay's own command: writes down what its main thread, and every other one, asks the system to do. */
export function straceCommand(strace: string, output: string): string[] {
  const calls = "trace=pwrite64,pwritev,write,writev,sendmsg,ftruncate,fsync,fdatasync";
  // -D: the relay stays the child that was started; -y: which file; -xx: bytes; -ff: a file per thread.
  return [strace, "-D", "-ff", "--seccomp-bpf", "-y", "-xx", "-s", "10000000", "-e", calls, "-o", output];
}

const CALL = /^(\w+)\(\d+<([^>]*)>(?:, (.*))?\) = (-?\d+)/;
const ACCEPTED = /\{"type":"message\.accepted"[^}]*\}/g;

/** Reads what strace wrote about one thread. */
export function readTrace(text: string): Step[] {
  return text.split("\n").flatMap((line) => {
    const [, call = "", place = "", rest = "", result = ""] = CALL.exec(line) ?? [];
    const file = basename(unescaped(place).toString());
    return Number(result) < 0 ? [] : (stepOf(call, file, rest) ?? []);
  });
}

function stepOf(call: string, file: string, rest: string): Step | undefined {
  if (!FILES.includes(file)) return acknowledgement(rest);
  switch (call) {
    case "pwrite64": {
      const [, quoted = "", at = ""] = /^"([^"]*)", \d+, (\d+)$/.exec(rest) ?? [];
      return { kind: "write", file, at: Number(at), bytes: unescaped(quoted) };
    }
    case "ftruncate":
      return { kind: "truncate", file, size: Number(rest) };
    case "fsync":
    case "fdatasync":
      return { kind: "sync", file };
    default:
      throw new Error(`SQLite wrote in a way that this replay does not know: ${call}`);
  }
}

/** What goes to a visitor's end is not masked (RFC 6455, 5.1): it can be read as it is. */
function acknowledgement(rest: string): Step | undefined {
  const text = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})+)"/g)].map(([, quoted = ""]) => unescaped(quoted)).join("");
  const messages = [...text.matchAll(ACCEPTED)].map(([frame]) => JSON.parse(frame) as Acknowledged);
  return messages.length ? { kind: "acknowledge", messages } : undefined;
}

function unescaped(quoted: string): Buffer {
  return Buffer.from(quoted.replaceAll("\\x", ""), "hex");
}
