import { JobFault } from "../jobs/job.ts";

/** A mail did not go out. `isRefusal`: the server works, and does not want this one. */
export class MailFault extends JobFault {
  readonly isRefusal: boolean;

  constructor(message: string, options: ErrorOptions & { isFinal?: boolean; isRefusal?: boolean } = {}) {
    super(message, options);
    this.isRefusal = options.isRefusal ?? false;
  }
}
