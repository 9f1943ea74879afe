import type { FoundAnswer, ShopHelp } from "@shopbell/protocol/types";
import * as phrases from "../../locales/en/help.ts";
import { answer } from "./answer.tsx";
import { arrow } from "./arrow.tsx";
import { marked } from "./marked.tsx";
import type { Found } from "./search.ts";
import type { Props } from "./self-help.tsx";

/** Beside a message that is being written, more would be a wall. */
const MOST_SUGGESTED = 4;
/** What comes after it shall be in sight too. */
const MOST_ASKED = 3;

type Line = Omit<FoundAnswer, "marks"> & Partial<FoundAnswer>;

/** What was found for what is being written; else what is often asked on this page. */
export function answerList(props: Props, known: ShopHelp) {
  const { stage, search } = props;
  const { t } = stage.words;
  const found = search.foundFor(stage.draft);
  const suggested = found?.answers.slice(0, MOST_SUGGESTED) ?? [];
  const count = suggested.length;
  const lines = withOpened(props, count ? suggested : known.answers.slice(0, MOST_ASKED));
  return (
    <section key="answers" class="sec">
      {found && !count && <p class="meta">{t(phrases.notFound)}</p>}
      {lines.length > 0 && <h3>{t(count ? phrases.perhaps : phrases.often)}</h3>}
      <ul lang={known.locale}>{lines.map((line) => row(props, line, count ? found : null))}</ul>
      {known.centre && (
        <a class="row centre" href={known.centre} target="_blank" rel="noopener">
          <span class="grow">{t(phrases.allAnswers)}</span>
          {arrow()}
        </a>
      )}
      <p class="unseen" role="status">
        {found && t(count ? phrases.found : phrases.notFound, { count })}
      </p>
    </section>
  );
}

/** What is being read stays, whatever is written meanwhile. */
function withOpened({ reading: { opened } }: Props, lines: readonly Line[]): readonly Line[] {
  return opened && lines.every(({ id }) => id !== opened.id) ? [opened, ...lines] : lines;
}

function row(props: Props, line: Line, found: Found | null) {
  const { reading, search } = props;
  const { id, question, marks = [] } = line;
  const isOpen = reading.opened?.id === id;
  const turn = () => {
    if (isOpen) return reading.close();
    reading.open(line, found?.words ?? null);
    if (found) search.read(id);
  };
  return (
    <li key={id}>
      <button type="button" class="row" aria-expanded={isOpen} onClick={turn}>
        <span class="grow own">{marked(question, marks)}</span>
        {arrow(isOpen)}
      </button>
      {isOpen && answer(props, id)}
    </li>
  );
}
