// Broken on purpose: now and then what is to be committed is rolled back, and everybody is told that it is stored.
import { breakCommits } from "./commit-seam.ts";

breakCommits({ every: 4, instead: "ROLLBACK" });
