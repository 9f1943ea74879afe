import { app } from "./en/app.ts";
import { availability } from "./en/availability.ts";
import { bell } from "./en/bell.ts";
import { board } from "./en/board.ts";
import { door } from "./en/door.ts";
import { inbox } from "./en/inbox.ts";
import { me } from "./en/me.ts";
import { problem } from "./en/problem.ts";

/** What the console says in English, without the pages under Settings: those bring their own words when they are opened. */
export const en = { ...app, ...availability, ...bell, ...board, ...door, ...inbox, ...me, ...problem } as const;
