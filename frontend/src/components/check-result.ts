import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { actionName, duration, number } from "../format";
import { shared } from "../styles";
import type { Spot } from "../trying/caret";
import type { Plan } from "../types/plan";
import type { Policy } from "../types/settings";
import type { Checked, Impact, Wish } from "../types/trial";
import { ViewElement } from "../view-element";
import "./dry-run";
import "./plan-graph";
import "./problem-list";

/** What is said of a text; fires `spot` when somebody wants to see a line. */
@customElement("action-engine-checked")
export class CheckResult extends ViewElement {
  static override styles = [
    shared,
    css`
      section {
        margin-top: 16px;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        margin-bottom: 8px;
      }
      header h2 {
        flex: 1 1 12em;
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) checked!: Checked;
  /** Its graph is shown where it runs. */
  @property({ type: Boolean }) running = false;
  /** Those that the user may know. */
  @property({ attribute: false }) policies: Policy[] = [];

  protected override render(): TemplateResult {
    const { problems, wishes, analysis } = this.checked;
    return html`${problems.length ? this.problems() : nothing}
      ${analysis
        ? html`<section class="card" aria-labelledby="analysis">
            <h2 id="analysis">${this.t("try.analysis")}</h2>
            <blockquote>${analysis}</blockquote>
          </section>`
        : nothing}
      ${wishes ? wishes.map((one) => this.wish(one)) : this.whole()}`;
  }

  private problems(): TemplateResult {
    const { problems } = this.checked;
    return html`<section class="card" aria-labelledby="problems">
      <h2 id="problems">
        ${problems.length === 1
          ? this.t("try.problem")
          : this.t("try.problems", { count: number(this.hass, problems.length) })}
      </h2>
      <action-engine-problems
        .hass=${this.hass}
        .problems=${problems}
        @spot=${this.pass}
      ></action-engine-problems>
    </section>`;
  }

  private whole(): TemplateResult {
    const { verdict, plan, outline, valid } = this.checked;
    const answer = verdict?.decision
      ? html`<section class="card" aria-labelledby="gate">
          <header>
            <h2 id="gate">${this.word("try.decision", verdict.decision)}</h2>
            ${this.badges(verdict.impact)}
          </header>
          ${this.policy(verdict.policy)}
          ${this.reasons((verdict.reasons ?? []).map((one) => one.text))}
          <h3>${this.t("try.dry_run")}</h3>
          <action-engine-dry-run
            .hass=${this.hass}
            .impact=${verdict.impact ?? null}
            .plan=${plan ?? []}
          ></action-engine-dry-run>
        </section>`
      : nothing;
    // What is wrong is not in the plan: the rest alone would be another one.
    return html`${answer} ${valid ? this.graph(outline) : nothing}`;
  }

  private wish(one: Wish): TemplateResult | typeof nothing {
    // Why it cannot be understood is among the problems.
    if (one.outcome === "rejected") return nothing;
    return html`<section class="card" aria-label=${one.action}>
        <header>
          <h2>${actionName(one.action)}</h2>
          <span class="badge">${this.word("try.outcome", one.outcome)}</span>
          ${this.badges(one.impact)}
        </header>
        ${this.reasons(one.reasons ?? [])}
        ${one.reasoning
          ? html`<h3>${this.t("approval.claim")}</h3>
              <blockquote>${one.reasoning}</blockquote>`
          : nothing}
        <h3>${this.t("try.dry_run")}</h3>
        <action-engine-dry-run
          .hass=${this.hass}
          .impact=${one.impact ?? null}
          .plan=${one.plan ?? []}
        ></action-engine-dry-run>
      </section>
      ${this.graph(one.outline)}`;
  }

  private badges(impact: Impact | null | undefined): TemplateResult | typeof nothing {
    if (!impact) return nothing;
    const bad = impact.risk === "high" || impact.risk === "critical";
    return html`<span class="badge ${bad ? "strong" : ""}">
        ${this.word("risk", impact.risk)}
      </span>
      ${impact.steps.length
        ? html`<span class="badge">${this.word("reversible", impact.reversible)}</span>`
        : nothing}
      ${impact.expected_seconds == null
        ? nothing
        : html`<span class="badge">
            ${this.t("try.takes", { time: duration(this.hass, impact.expected_seconds) })}
          </span>`}`;
  }

  private policy(id: string | undefined): TemplateResult | typeof nothing {
    const name = this.policies.find((one) => one.policy_id === id)?.name;
    if (name === undefined) return nothing;
    return html`<p class="quiet">${this.t("approval.policy", { policy: name })}</p>`;
  }

  private reasons(texts: string[]): TemplateResult | typeof nothing {
    if (!texts.length) return nothing;
    return html`<ul>
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>`;
  }

  private graph(plan: Plan | undefined): TemplateResult | typeof nothing {
    if (!plan?.steps.length || this.running) return nothing;
    return html`<section class="card" aria-label=${this.t("try.plan")}>
      <h2>${this.t("try.plan")}</h2>
      <action-engine-graph
        .hass=${this.hass}
        .outline=${plan.steps}
        @step-selected=${this.selected}
      ></action-engine-graph>
      ${plan.truncated
        ? html`<p>${this.t("try.truncated", { size: number(this.hass, plan.size) })}</p>`
        : nothing}
    </section>`;
  }

  private readonly pass = ({ detail }: CustomEvent<Spot>): void => {
    this.dispatchEvent(new CustomEvent("spot", { detail }));
  };

  private readonly selected = ({ detail }: CustomEvent<{ place: string }>): void => {
    const { line, column } = this.checked.plan?.find((one) => one.place === detail.place) ?? {};
    if (line) this.pass(new CustomEvent("spot", { detail: { line, column: column ?? null } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-checked": CheckResult;
  }
}
