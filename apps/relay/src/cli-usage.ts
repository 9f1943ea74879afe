/** The command line was not understood; the usage follows the message. */
export class UsageFault extends Error {}
