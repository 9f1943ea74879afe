import { ConfigFault } from "./config.ts";
import { UnfinishedCopyFault } from "./storage/copy.ts";
import { DatabaseFault } from "./storage/database-fault.ts";

interface SystemFault {
  readonly code: string;
  readonly address?: string;
  readonly port?: number;
  readonly path?: string;
  readonly message: string;
}

/** Why the relay could not start, as one sentence that names what to change. */
export function sentenceFor(error: unknown): string {
  if (error instanceof ConfigFault) return error.faults.join("\n");
  if (error instanceof DatabaseFault || error instanceof UnfinishedCopyFault) return error.message;
  if (!isSystemFault(error))
    return `Shopbell could not start: ${error instanceof Error ? error.message : String(error)}`;
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${error.port} is taken by another program: set PORT to a free one.`;
    case "EACCES":
      if (error.port !== undefined) return `Port ${error.port} needs more rights: set PORT to one above 1023.`;
      return `DATA_DIR cannot be written: ${error.path}.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST ${error.address ?? ""} is no address of this machine.`;
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
    case "ENOENT":
    case "EPERM":
      return `DATA_DIR cannot be written: ${error.path}.`;
    case "ERR_SQLITE_ERROR":
      return `The database in DATA_DIR cannot be opened: ${error.message}.`;
    default:
      return `Shopbell could not start: ${error.message}`;
  }
}

function isSystemFault(error: unknown): error is SystemFault {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
