import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import * as api from "../api";
import { moment } from "../format";
import { LiveController } from "../live";
import { executionPath, followLink } from "../navigation";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Approval } from "../types/approval";
import { ViewElement } from "../view-element";

/** Milliseconds: it is about what is over. */
const GATHER = 1000;

/** The last answers: who said what, and why. Nothing if there were none. */
@customElement("action-engine-answered")
export class AnswerList extends ViewElement {
  static override styles = shared;

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
        ${one.notes ? html`<br /><small class="quiet">“<bdi>${honest(one.notes)}</bdi>”</small>` : nothing}
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
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-answered": AnswerList;
  }
}
