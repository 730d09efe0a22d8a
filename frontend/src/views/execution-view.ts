import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import * as api from "../api";
import "../components/asked-card";
import "../components/audit-chain";
import "../components/execution-buttons";
import "../components/plan-graph";
import "../components/states-table";
import "../components/step-chart";
import type { StepChart } from "../components/step-chart";
import { duration, moment, number } from "../format";
import type { Hass } from "../hass";
import { LiveController } from "../live";
import { LiveAccount } from "../live-account";
import { followLink, PANEL } from "../navigation";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Whole } from "../types/background";
import type { StreamEvent } from "../types/stream";
import { ViewElement } from "../view-element";

/** One execution: what became of it, why, by which way, and when each step was. */
@customElement("action-engine-execution")
export class ExecutionView extends ViewElement {
  static override styles = [
    shared,
    css`
      .card {
        margin: 16px 0;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
      }
      header h2 {
        flex: 1 1 12em;
        margin: 0;
      }
    `,
  ];

  @property() executionId = "";
  @state() private account: Whole | null = null;
  @state() private unreached = false;
  @query("action-engine-steps") private chart!: StepChart | null;
  private following: LiveAccount<Whole> | null = null;
  /** What was heard while it was being loaded: nobody knows whether it is in there. */
  private meanwhile: StreamEvent[] | null = null;
  private heardMore = false;
  /** Home Assistant without its states, which change all the time. */
  private steady!: Hass;

  protected readonly live = new LiveController(
    this,
    ["subscribe"],
    () => this.load(),
    (event) => event.execution_id === this.executionId && !this.hear(event),
  );

  /** Takes an event in; false if the account has to be loaded to know what it is about. */
  private hear(event: StreamEvent): boolean {
    this.meanwhile?.push(event);
    if (this.following === null || !this.following.hear(event)) return false;
    this.heardMore = true;
    this.requestUpdate();
    return true;
  }

  private load(): Promise<void> {
    const id = this.executionId;
    const heard: StreamEvent[] = [];
    this.meanwhile = heard;
    return this.fetching(async () => {
      const account = await api.wholeExecution(this.hass, id);
      if (this.meanwhile === heard) this.meanwhile = null;
      if (id !== this.executionId) return;
      this.following = new LiveAccount(account, this.following);
      for (const event of heard) this.following.hear(event);
      this.account = this.following.account;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("hass") && !isSame(this.steady, this.hass)) {
      this.steady = this.hass;
    }
    if (changed.get("executionId")) {
      this.account = this.following = null;
      this.unreached = false;
      void this.load();
    } else if (this.heardMore && this.following !== null) {
      this.account = this.following.account;
    }
    this.heardMore = false;
  }

  protected override render(): TemplateResult {
    return html`<a href="${PANEL}/executions" @click=${followLink}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.account === null
        ? html`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>`
        : this.whole(this.account)}`;
  }

  private whole(account: Whole): TemplateResult {
    return html`${this.head(account)}
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">${this.t("execution.asked")}</h2>
        <action-engine-asked .hass=${this.steady} .account=${account}></action-engine-asked>
      </section>
      ${this.verdict(account)} ${this.plan(account)}
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">${this.t("execution.steps")}</h2>
        <action-engine-steps
          .hass=${this.steady}
          .account=${account}
          .now=${this.now}
          @step-opened=${this.opened}
        ></action-engine-steps>
      </section>
      <section class="card" aria-labelledby="states">
        <h2 id="states">${this.t("execution.states")}</h2>
        <action-engine-states
          .hass=${this.hass}
          .timeline=${account.timeline}
        ></action-engine-states>
      </section>
      <section class="card">
        <action-engine-audit
          .hass=${this.steady}
          .timeline=${account.timeline}
        ></action-engine-audit>
      </section>`;
  }

  private head(account: Whole): TemplateResult {
    return html`<section class="card">
      <header>
        <h2><bdi>${honest(account.name)}</bdi></h2>
        <span class="badge" role="status">${this.word("state", account.state)}</span>
      </header>
      <p class="quiet">
        ${moment(this.hass, account.created)}
        ${account.duration === null ? nothing : html`· ${duration(this.hass, account.duration)}`}
      </p>
      ${this.outcome(account)}
      <action-engine-execution-buttons
        .hass=${this.steady}
        .account=${account}
        @changed=${this.changed}
      ></action-engine-execution-buttons>
    </section>`;
  }

  /** How it ended, in one sentence; the error beside it only if that says more. */
  private outcome({ ended, final_answer, error_message }: Whole): TemplateResult {
    const answer = ended === null ? "" : (final_answer ?? "");
    const isBad = error_message !== null && answer.includes(error_message);
    return html`${answer ? html`<p class=${isBad ? "problem" : ""}>${honest(answer)}</p>` : nothing}
    ${error_message === null || isBad
      ? nothing
      : html`<p class="problem">${honest(error_message)}</p>`}`;
  }

  private verdict(account: Whole): TemplateResult | typeof nothing {
    const { verdict } = account;
    if (!verdict?.decision) return nothing;
    if (verdict.decision === "allow" && !verdict.reasons?.length) return nothing;
    return html`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", verdict.decision)}</p>
      <ul>
        ${(verdict.reasons ?? []).map((reason) => html`<li>${reason.text}</li>`)}
      </ul>
    </section>`;
  }

  private plan({ plan, plan_missing, steps }: Whole): TemplateResult | typeof nothing {
    if (!plan && !plan_missing) return nothing;
    return html`<section class="card" aria-labelledby="plan">
      <h2 id="plan">${this.t("graph.title")}</h2>
      ${plan
        ? html`<action-engine-graph
            .hass=${this.steady}
            .outline=${plan.steps}
            .steps=${steps ?? []}
            @step-selected=${this.selected}
          ></action-engine-graph>`
        : html`<p class="quiet">${this.t("graph.missing", { reason: plan_missing ?? "" })}</p>`}
      ${plan?.truncated
        ? html`<p class="quiet">
            ${this.t("graph.cut", {
              shown: number(this.hass, Math.min(plan.size, MOST)),
              count: number(this.hass, plan.size),
            })}
          </p>`
        : nothing}
      <p role="status" class="quiet">${this.unreached ? this.t("graph.not_reached") : ""}</p>
    </section>`;
  }

  private readonly now = (): number => this.following?.now() ?? Date.now() / 1000;

  private readonly changed = (): Promise<void> => this.load();

  /** What went out and came back is not in the stream. */
  private readonly opened = (): void => {
    if (this.account?.ended === null) void this.load();
  };

  private readonly selected = (event: CustomEvent<{ path: string | null }>): void => {
    const { path } = event.detail;
    this.unreached = path === null;
    if (path !== null) void this.chart?.show(path);
  };
}

const STEADY = ["locale", "user", "entities", "devices", "areas"] as const;

const isSame = (one: Hass | undefined, other: Hass): boolean =>
  one !== undefined && STEADY.every((name) => one[name] === other[name]);

/** Steps that a plan shows at most. */
const MOST = 500;

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-execution": ExecutionView;
  }
}
