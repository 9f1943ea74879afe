/** A post as readers of an answer see it. */
export interface ShownPost {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** Of the shop: the agent's picture, if there is one. Null is a visitor's. */
  readonly agent: { readonly photo: string | null } | null;
  readonly text: string;
  readonly at: number;
}

/** A question with what was answered, in order. */
export interface Thread {
  readonly question: ShownPost;
  readonly answers: readonly ShownPost[];
}

/** Puts answers under their questions, newest question first. An answer whose question is not shown is not shown either. */
export function threadsOf(posts: readonly ShownPost[]): Thread[] {
  const byAge = posts.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return byAge
    .filter(({ parentId }) => parentId === null)
    .toReversed()
    .map((question) => ({ question, answers: byAge.filter(({ parentId }) => parentId === question.id) }));
}
