/** The same names as types alone: for code that runs in a shop's page, where the schemas would cost more than everything else. */
export type * from "./index.ts";
