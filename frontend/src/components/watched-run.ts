import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import * as api from "../api";
import { duration } from "../format";
import { LiveController } from "../live";
import { LiveAccount } from "../live-account";
import { executionPath, followLink, PANEL } from "../navigation";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Whole } from "../types/background";
import { CANCELLABLE } from "../types/execution";
import type { StreamEvent } from "../types/stream";
import { ViewElement } from "../view-element";
import "./plan-graph";
import "./step-chart";
import type { StepChart } from "./step-chart";

/** One execution, watched while it runs. */
@customElement("action-engine-watched")
export class WatchedRun extends ViewElement {
  static override styles = [
    shared,
    css`
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
  @state() private account: (Whole) | null = null;
  @query("action-engine-steps") private chart?: StepChart;
  private following: LiveAccount<Whole> | null = null;

  protected readonly live = new LiveController(
    this,
    ["subscribe"],
    () => this.load(),
    (event) => event.execution_id === this.executionId && !this.follow(event),
  );

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get("executionId")) {
      this.account = null;
      this.following = null;
      void this.load();
    }
  }

  /** Takes in what happens; false if it has to be loaded anew. */
  private follow(event: StreamEvent): boolean {
    if (!this.following?.hear(event)) return false;
    this.account = this.following.account;
    return true;
  }

  private load(): Promise<void> {
    const id = this.executionId;
    return this.fetching(async () => {
      const account = await api.getExecution(this.hass, id);
      if (id !== this.executionId) return;
      this.following = new LiveAccount(account);
      this.account = account;
    });
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-label=${this.t("try.watched")}>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.account ? this.whole(this.account) : nothing}
      <p>
        <a href=${executionPath(this.executionId)} @click=${followLink}>
          ${this.t("approval.open")}
        </a>
      </p>
    </section>`;
  }

  private whole(account: Whole): TemplateResult {
    const denied = account.state === "denied";
    return html`<header>
        <h2><bdi>${honest(account.name)}</bdi></h2>
        <span class="badge" role="status">${this.word("state", account.state)}</span>
        ${account.duration === null
          ? nothing
          : html`<span class="quiet">${duration(this.hass, account.duration)}</span>`}
      </header>
      ${account.error_message
        ? html`<p class="problem">${honest(account.error_message)}</p>`
        : nothing}
      ${account.final_answer ? html`<p>${honest(account.final_answer)}</p>` : nothing}
      ${account.state === "pending_approval"
        ? html`<p>
            <a href="${PANEL}/approvals" @click=${followLink}>${this.t("try.asked")}</a>
          </p>`
        : nothing}
      ${denied
        ? html`<ul>
            ${(account.verdict?.reasons ?? []).map((one) => html`<li>${one.text}</li>`)}
          </ul>`
        : this.steps(account)}
      ${CANCELLABLE.has(account.state)
        ? html`<div class="actions">
            <button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
              ${this.t("execution.cancel")}
            </button>
          </div>`
        : nothing}`;
  }

  private steps(account: Whole): TemplateResult {
    return html`${account.plan?.steps.length
        ? html`<action-engine-graph
            .hass=${this.hass}
            .outline=${account.plan.steps}
            .steps=${account.steps ?? []}
            @step-selected=${this.selected}
          ></action-engine-graph>`
        : nothing}
      <action-engine-steps
        .hass=${this.hass}
        .account=${account}
        .now=${this.now}
      ></action-engine-steps>`;
  }

  private readonly selected = ({ detail }: CustomEvent<{ path: string | null }>): void => {
    if (detail.path !== null) void this.chart?.show(detail.path);
  };

  /** On the clock of the server. */
  private readonly now = (): number => this.following?.now() ?? Date.now() / 1000;

  private readonly cancel = async (): Promise<void> => {
    if (await this.attempt(() => api.cancel(this.hass, this.executionId))) await this.load();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-watched": WatchedRun;
  }
}
