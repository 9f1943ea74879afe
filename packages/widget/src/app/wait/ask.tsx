import type { ConversationId, ProblemCode, RequestCard } from "@shopbell/protocol/types";
import { Component } from "preact";
import * as phrases from "../../locales/en/wait.ts";
import { icon, WARN } from "../icon.tsx";
import { firstName } from "../scene.ts";
import type { Stage } from "../screen.tsx";
import { callTimes } from "./call-times.ts";
import { emailField, phoneFields, type Whereto } from "./whereto.tsx";
import { keepWritten, recall, type Written } from "./written.ts";

const PHONE =
  "M4.5 3.25h2.75l1.25 3.5-1.75 1.5a9 9 0 0 0 5 5l1.5-1.75 3.5 1.25v2.75a1.25 1.25 0 0 1-1.4 1.25C8.9 16.1 3.9 11.1 3.25 4.65A1.25 1.25 0 0 1 4.5 3.25z";

interface Props {
  readonly stage: Stage;
  /** What is known already and may be changed. */
  readonly request: RequestCard | undefined;
  /** The address that mail came back from. */
  readonly bounced: string | null;
  /** The conversation waits for it; else somebody is there, or has answered. */
  readonly isNeeded: boolean;
  /** The visitor is at it, or is done with it. */
  turn(asking: boolean): void;
}

interface State extends Written {
  readonly times: readonly number[];
  /** What can be seen to be wrong without the relay. */
  readonly wrong: ProblemCode | null;
}

/** Asks where the answer shall go: an address, or a number to call back. What was typed stays, whatever is wrong with it. */
export class Ask extends Component<Props, State> {
  #form: HTMLFormElement | null = null;

  constructor(props: Props) {
    super(props);
    const { stage, request, bounced } = props;
    const written = recall(stage);
    const asked = written ?? stage.state.requesting[stage.view as ConversationId];
    const email = asked?.email ?? bounced ?? request?.email ?? "";
    const phone = asked?.phone ?? request?.phone ?? "";
    const byPhone = !stage.site.mails || (written?.byPhone ?? (phone !== "" && email === ""));
    const callAt = `${asked?.callAt ?? request?.callAt ?? ""}`;
    this.state = { byPhone, email, phone, callAt, sentAfter: 0, times: [], wrong: null };
    if (byPhone) this.#fetchTimes();
  }

  /** Whoever wants to change what was left goes on in the field. What was under way when a page ended is sent again. */
  override componentDidMount(): void {
    const { request, bounced, stage } = this.props;
    const written = recall(stage);
    if (request && !bounced && !written) this.#focus();
    // Later, as the panel is being drawn.
    if (written?.sentAfter && !stage.state.requesting[stage.view as ConversationId]) queueMicrotask(this.#request);
  }

  /** The relay has taken it. */
  override componentDidUpdate({ stage: before }: Props): void {
    const view = before.view as ConversationId;
    if (before.state.requesting[view] && !this.props.stage.state.requesting[view]) this.#end();
  }

  /** Whoever had the focus in what goes away goes on writing. */
  override componentWillUnmount(): void {
    if (this.#form?.matches(":focus-within")) this.props.stage.panel.takeFocus();
  }

  override render({ stage, bounced }: Props, { byPhone, times, wrong, ...whereto }: State) {
    const { words, state, view } = stage;
    const { t } = words;
    const asked = state.requesting[view as ConversationId];
    const saving = asked?.problem === null;
    const problem = saving ? null : (wrong ?? asked?.problem ?? null);
    const fields = { words, whereto, problem, write: this.#write };
    return (
      <form
        class="card"
        noValidate
        ref={this.#onForm}
        onSubmit={this.#send}
        onInput={this.#onUse}
        onFocusIn={this.#onUse}
        onFocusOut={this.#onLeave}
      >
        {this.#whoIsHere()}
        <h2>{t(byPhone ? phrases.whichNumber : phrases.where)}</h2>
        <p>{this.#why(bounced, byPhone)}</p>
        {byPhone ? phoneFields(fields, times) : emailField(fields)}
        {problem && !/email|phone|time/.test(problem) && (
          <p class="tick bad" role="alert">
            {icon(WARN)}
            {t(phrases.notSaved)}
          </p>
        )}
        <button type="submit" class="btn main" aria-disabled={saving}>
          {t(saving ? phrases.saving : byPhone ? phrases.call : phrases.sendMe)}
        </button>
        {this.#otherWays()}
      </form>
    );
  }

  #otherWays() {
    const { stage, request, bounced, isNeeded } = this.props;
    const { byPhone } = this.state;
    const { t } = stage.words;
    // What is known already is not taken back by leaving more.
    const isMore = request?.email || request?.phone;
    const [mailMe, callMe] = isMore ? [phrases.mailMeToo, phrases.callMeToo] : [phrases.mailMe, phrases.callMe];
    return [
      (byPhone ? stage.site.mails : stage.site.callsBack) && (
        <button key="other" type="button" class="btn quiet" onClick={this.#otherWay}>
          {!byPhone && icon(PHONE, "s")} {t(byPhone ? mailMe : callMe)}
        </button>
      ),
      (request ? !bounced : !isNeeded) && (
        <button key="keep" type="button" class="btn quiet" onClick={this.#end}>
          {t(request ? phrases.keep : phrases.notNeeded)}
        </button>
      ),
    ];
  }

  /** Nobody who has begun to write an address is sent away from it: they are told that they need not. */
  #whoIsHere() {
    const { stage, request, isNeeded } = this.props;
    const { site, partner, words } = stage;
    const here = site.people.find(({ id }) => id === partner?.id) ?? site.people[0];
    return !isNeeded && !request && here && <p class="meta">{words.t(phrases.isHere, { name: firstName(here) })}</p>;
  }

  #why(bounced: string | null, byPhone: boolean): string {
    const { t } = this.props.stage.words;
    if (byPhone) return t(phrases.arrivedCall);
    return bounced ? t(phrases.cameBack, { address: bounced }) : t(phrases.arrived);
  }

  readonly #onForm = (form: HTMLFormElement | null): void => {
    this.#form = form;
  };

  /** What is typed is there after Back, after closing, and on the shop's next page. */
  readonly #write = (written: Partial<Whereto>): void => {
    this.setState({ ...written, wrong: null });
    keepWritten(this.props.stage, { ...this.state, ...written });
  };

  readonly #end = (): void => {
    keepWritten(this.props.stage, null);
    this.props.turn(false);
  };

  readonly #onUse = (): void => this.props.turn(true);

  readonly #onLeave = ({ relatedTarget }: FocusEvent): void => {
    const { email, phone } = this.state;
    if (!email && !phone && !this.#form?.contains(relatedTarget as Node | null)) this.props.turn(false);
  };

  readonly #otherWay = (): void => {
    this.setState(({ byPhone }) => ({ byPhone: !byPhone, wrong: null }));
    if (this.state.times.length === 0) this.#fetchTimes();
  };

  readonly #send = (event: Event): void => {
    event.preventDefault();
    const { stage } = this.props;
    const { byPhone, email, phone } = this.state;
    if (stage.state.requesting[stage.view as ConversationId]?.problem === null) return;
    if (!byPhone && !/.@./.test(email)) return this.#mend("email-invalid");
    if (byPhone && !/\d/.test(phone)) return this.#mend("phone-invalid");
    keepWritten(stage, { ...this.state, sentAfter: stage.thread?.entries.at(-1)?.seq ?? 0 });
    this.#request();
  };

  readonly #request = (): void => {
    const { line, view } = this.props.stage;
    const { byPhone, email, phone, callAt } = this.state;
    const called = { phone, ...(callAt && { callAt: Number(callAt) }) };
    line.request(view as ConversationId, byPhone ? called : { email: email.trim() });
  };

  #mend(wrong: ProblemCode): void {
    this.setState({ wrong });
    this.#focus();
  }

  #focus(): void {
    this.#form?.querySelector("input")?.focus();
  }

  #fetchTimes(): void {
    const { relay, face } = this.props.stage;
    callTimes(relay, face.key).then((times) => this.setState({ times }));
  }
}
