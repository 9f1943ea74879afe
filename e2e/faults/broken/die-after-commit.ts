// Not broken, but unlucky: the relay dies after a commit and before it has told anybody.
import { breakCommits } from "./commit-seam.ts";

breakCommits({ every: 1, after: () => process.kill(process.pid, "SIGKILL") });
