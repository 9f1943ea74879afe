/** The command line was not understood; the usage follows the message. */
export class UsageFault extends Error {}

/** What was asked for is understood and cannot be done; the message says all there is to say. */
export class CommandFault extends Error {}
