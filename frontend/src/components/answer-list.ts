import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import * as api from "../api";
import { moment } from "../format";
import { LiveController } from "../live";
import { executionPath, followLink } from "../navigation";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Approval } from "../types/approval";
import { ViewElement } from "../view-element";

/** How the engine says that something else was run in its place. */
const REPLACED = /^(?:(.*) \()?replaced by ([0-9A-HJKMNP-TV-Z]{26})\)?$/s;

/** Milliseconds: it is about what is over. */
const GATHER = 1000;

/** The last answers: who said what, and why. Nothing if there were none. */
@customElement("action-engine-answered")
export class AnswerList extends ViewElement {
  static override styles = [
    shared,
    css`
      .line .badge {
        margin-inline-end: 8px;
      }
      .line > span:first-child {
        flex: 1 1 14em;
        min-width: 0;
      }
    `,
  ];

  @state() private answers: Approval[] = [];

  protected readonly live = new LiveController(
    this,
    ["subscribe_approvals"],
    () => this.load(),
    (event) => event.kind === "approval",
    GATHER,
  );

  private load(): Promise<void> {
    return this.fetching(async () => {
      this.answers = await api.listAnswers(this.hass);
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.answers.length && !this.problem) return nothing;
    return html`<section class="card" aria-labelledby="answered">
      <h2 id="answered">${this.t("answered")}</h2>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <ul>
        ${this.answers.map((one) => html`<li>${this.answer(one)}</li>`)}
      </ul>
    </section>`;
  }

  private answer(one: Approval): TemplateResult {
    const by = one.answered_by ? (one.names?.[one.answered_by] ?? this.t("somebody")) : null;
    return html`<div class="line">
      <span>
        <a href=${executionPath(one.execution_id)} @click=${followLink}>
          <bdi>${honest(one.name)}</bdi>
        </a>
        ${one.notes ? html`<br /><small class="quiet">${this.notes(one.notes)}</small>` : nothing}
      </span>
      <span>
        <span class="badge ${one.answer === "rejected" ? "strong" : ""}">
          ${this.word("answer", one.answer)}
        </span>
        <small class="quiet">
          ${by === null ? nothing : html`<bdi>${honest(by)}</bdi>,`}
          ${one.answered ? moment(this.hass, one.answered) : nothing}
        </small>
      </span>
    </div>`;
  }

  /** The words of a person, and a link to what was run instead. */
  private notes(notes: string): TemplateResult {
    const [, words, instead] = REPLACED.exec(notes) ?? [null, notes, undefined];
    return html`${words ? html`“<bdi>${honest(words)}</bdi>”` : nothing}
    ${instead
      ? html`<a href=${executionPath(instead)} @click=${followLink}>${this.t("change.instead")}</a>`
      : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-answered": AnswerList;
  }
}
