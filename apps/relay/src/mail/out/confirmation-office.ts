import * as z from "zod";
import type { Clock } from "../../clock.ts";
import { JobFault, type LeasedJob } from "../../jobs/job.ts";
import { confirm } from "../../questions/post.ts";
import type { PostStore } from "../../questions/post-store.ts";
import type { SiteDirectory } from "../../sites/directory.ts";
import { confirmation } from "./confirmation.ts";
import type { Post } from "./post.ts";

const Asked = z.object({ post: z.string(), href: z.string() });

export interface ConfirmationOfficeOptions {
  readonly posts: Pick<PostStore, "find">;
  readonly post: Pick<Post, "send">;
  readonly sites: Pick<SiteDirectory, "known">;
  readonly clock: Clock;
  readonly ownAddress: string;
  readonly publicUrl: () => string;
}

/** Asks those who wrote publicly whether it was them. */
export class ConfirmationOffice {
  readonly #options: ConfirmationOfficeOptions;

  constructor(options: ConfirmationOfficeOptions) {
    this.#options = options;
  }

  /** @throws JobFault when it did not go out. What can no longer be confirmed is left out without a word. */
  async run({ payload }: LeasedJob): Promise<void> {
    const { posts, post, sites, clock, ownAddress, publicUrl } = this.#options;
    const asked = Asked.parse(payload);
    const written = await posts.find(asked.post);
    const now = clock.now();
    if (!written?.email || confirm(written, true, now).kind !== "confirmed") return;
    const { id: postId, email: to, locale, siteKey } = written;
    const site = sites.known(siteKey);
    if (site === undefined) throw new JobFault("the site is not known yet");
    await post.send(confirmation({ postId, to, locale, site, ownAddress, href: publicUrl() + asked.href, now }));
  }
}
