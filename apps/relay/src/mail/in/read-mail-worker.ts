import { parentPort, workerData } from "node:worker_threads";
import type { MailToRead } from "./mail-thread.ts";
import { readMail } from "./read-mail.ts";

const { raw, serverName } = workerData as MailToRead;
parentPort?.postMessage(await readMail(raw, serverName));
