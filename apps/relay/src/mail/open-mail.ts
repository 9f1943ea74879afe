import { type MailIn, type MailInOptions, openMailIn } from "./in/open-mail-in.ts";
import { type MailOut, type MailOutOptions, openMailOut } from "./out/open-mail-out.ts";

export interface MailOptions
  extends Omit<MailOutOptions, "config">,
    Pick<MailInOptions, "files">,
    Record<"config", MailOutOptions["config"] & MailInOptions["config"]> {}

/** Mail both ways. They meet in an address: what goes out from it comes back to it. */
export function openMail({ files, ...shared }: MailOptions): { mailOut: MailOut; mailIn: MailIn } {
  const mailOut = openMailOut(shared);
  const { ownAddress, health } = mailOut;
  const testArrived = (mark: string) => health.arrived("in", mark);
  return { mailOut, mailIn: openMailIn({ ...shared, files, db: shared.storage.db, ownAddress, testArrived }) };
}
