import type { HelpCentre, PostState, PublicPost, SiteState } from "@shopbell/protocol/types";
import { useQuery } from "@tanstack/react-query";
import { NotLoaded } from "../../settings/not-loaded.tsx";
import { SiteSelect } from "../../settings/site-select.tsx";
import { AnswersPage } from "../answers-page.tsx";
import { LearningList } from "../learning/learning-list.tsx";
import { centreQuery } from "../queries.ts";
import { useSite } from "../site.tsx";
import { type Lack, NoQuestions } from "./no-questions.tsx";
import { PostRow } from "./post-row.tsx";
import { postsQuery } from "./posts-http.ts";
import styles from "./questions.module.css";
import { say } from "./words.ts";

/** What visitors wrote publicly, and what becomes of it. */
export function QuestionsPage() {
  const { key, state } = useSite();
  const posts = useQuery(postsQuery(key));
  const centre = useQuery(centreQuery(key));
  return (
    <AnswersPage title={say("title")} what={say("what")} actions={<SiteSelect />}>
      {posts.data && centre.data ? (
        <Posts posts={posts.data.posts} lacks={lackOf(centre.data, state)} />
      ) : (
        <NotLoaded query={posts.isError ? posts : centre} />
      )}
    </AnswersPage>
  );
}

function lackOf({ publicQuestions }: HelpCentre, { mails }: SiteState): Lack | null {
  if (!publicQuestions) return "off";
  return mails ? null : "noMail";
}

/** What waits comes first, even where there is nothing: that is good to know. */
function Posts({ posts, lacks }: { posts: readonly PublicPost[]; lacks: Lack | null }) {
  const lists = (["held", "shown", "hidden"] as const satisfies PostState[]).map((state) => ({
    state,
    own: posts.filter((post) => post.state === state),
  }));
  return (
    <div className={styles.lists}>
      {lacks ? <NoQuestions lacks={lacks} /> : posts.length === 0 && <NoQuestions lacks="empty" />}
      {posts.length > 0 &&
        lists
          .filter(({ state, own }) => state !== "hidden" || own.length > 0)
          .map(({ state, own }) => (
            <LearningList
              key={state}
              title={say(`${state}.title`)}
              what={say(`${state}.what`)}
              empty={say(`${state}.empty`)}
            >
              {own.map((post) => (
                <PostRow key={post.id} post={post} question={posts.find(({ id }) => id === post.parentId)} />
              ))}
            </LearningList>
          ))}
    </div>
  );
}
