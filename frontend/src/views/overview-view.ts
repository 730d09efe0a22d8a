import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as api from "../api";
import "../components/confirm-dialog";
import type { ConfirmDialog } from "../components/confirm-dialog";
import { moment, number, percent } from "../format";
import { LiveController } from "../live";
import { executionPath, followLink, PANEL } from "../navigation";
import { shared } from "../styles";
import { type Live, OPEN, type Row } from "../types/execution";
import type { Circuit, Policy, Settings } from "../types/settings";
import { ViewElement } from "../view-element";

interface Seen {
  settings: Settings;
  running: Live[];
  waiting: number;
  failures: Row[];
}

/** How everything stands, on one page. */
@customElement("action-engine-overview")
export class OverviewView extends ViewElement {
  static override styles = [
    shared,
    css`
      .grid {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  @state() private seen: Seen | null = null;
  @query("action-engine-confirm") private confirm!: ConfirmDialog;

  protected readonly live = new LiveController(
    this,
    ["subscribe", "subscribe_approvals"],
    () => this.load(),
    (event) => event.kind !== "step",
  );

  private load(): Promise<void> {
    return this.fetching(async () => {
      const [settings, executions, approvals, failed] = await Promise.all([
        api.settings(this.hass),
        api.liveExecutions(this.hass),
        api.listApprovals(this.hass),
        api.listExecutions(this.hass, { states: ["failed", "unknown", "denied"], limit: 5 }),
      ]);
      const running = executions.filter((one) => OPEN.has(one.state)).reverse();
      const waiting = approvals.length;
      this.seen = { settings, running, waiting, failures: failed.executions };
    });
  }

  protected override render(): TemplateResult {
    const problem = this.problem
      ? html`<p class="problem" role="alert">${this.problem}</p>`
      : nothing;
    if (this.seen === null) {
      return html`${problem}${this.problem ? nothing : html`<p>${this.t("loading")}</p>`}`;
    }
    const { settings, running, waiting, failures } = this.seen;
    const stuck = settings.circuits?.filter((one) => one.state !== "closed");
    return html`${problem}${this.alarms(settings)}
      <div class="grid">
        ${this.card("policies", settings.policies.map((one) => this.policy(one)))}
        ${this.card("running", running.map((one) => this.runningLine(one)))}
        ${this.card("waiting", waiting ? [this.waitingLine(waiting)] : [])}
        ${stuck ? this.card("circuits", stuck.map((one) => this.circuit(one))) : nothing}
        ${this.card("failures", failures.map((one) => this.failure(one)), "wide")}
        ${settings.panicked ? nothing : this.panic()}
      </div>`;
  }

  private alarms(settings: Settings): TemplateResult {
    return html`${settings.enabled
      ? nothing
      : html`<p class="alarm" role="status">${this.t("engine.disabled")}</p>`}
    ${settings.panicked
      ? html`<div class="alarm" role="status">
          <p>${this.t("panic.on")}</p>
          ${this.hass.user?.is_admin
            ? html`<button ?disabled=${this.busy} @click=${this.liftPanic}>
                ${this.t("panic.lift")}
              </button>`
            : nothing}
        </div>`
      : nothing}`;
  }

  private card(
    name: "policies" | "running" | "waiting" | "circuits" | "failures",
    lines: TemplateResult[],
    kind = "",
  ): TemplateResult {
    return html`<section class="card ${kind}" aria-labelledby=${name}>
      <h2 id=${name}>${this.t(name)}</h2>
      ${lines.length
        ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
        : html`<p class="quiet">${this.t(`${name}.none`)}</p>`}
    </section>`;
  }

  private policy(policy: Policy): TemplateResult {
    return html`<div class="line">
      <span>${policy.name}<br /><small class="quiet">${this.left(policy)}</small></span>
      <span class="badge">${this.status(policy)}</span>
    </div>`;
  }

  private status(policy: Policy): string {
    if (policy.status === "canary" && policy.settings) {
      const share = percent(this.hass, policy.settings.trust.canary_percentage);
      return this.t("status.canary_share", { share });
    }
    return this.word("status", policy.status);
  }

  private left({ left }: Policy): string {
    const parts: string[] = [];
    if (left.hour_left !== null) {
      parts.push(this.t("left.hour", { left: number(this.hass, left.hour_left) }));
    }
    if (left.day_left !== null) {
      parts.push(this.t("left.day", { left: number(this.hass, left.day_left) }));
    }
    return parts.join(" · ") || this.t("left.none");
  }

  private runningLine(one: Live): TemplateResult {
    return html`<div class="line">
      <a href=${executionPath(one.execution_id)} @click=${followLink}>${one.name}</a>
      <span>${this.word("state", one.state)}</span>
    </div>`;
  }

  private waitingLine(count: number): TemplateResult {
    return html`<div class="line">
      <a href="${PANEL}/approvals" @click=${followLink}>${this.t("nav.approvals")}</a>
      <span class="badge strong">${number(this.hass, count)}</span>
    </div>`;
  }

  private circuit(one: Circuit): TemplateResult {
    return html`<div class="line">
      <span>
        ${one.key}<br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: number(this.hass, one.failures) })}
          ${one.error ?? ""}
        </small>
      </span>
      <span class="badge strong">${this.word("circuit", one.state)}</span>
    </div>`;
  }

  private failure(one: Row): TemplateResult {
    return html`<div class="line">
      <span>
        <a href=${executionPath(one.execution_id)} @click=${followLink}>${one.name}</a>
        · ${this.word("state", one.state)} ·
        ${one.error_message ?? this.t("failures.no_reason")}
      </span>
      <small class="quiet">${moment(this.hass, one.created)}</small>
    </div>`;
  }

  private panic(): TemplateResult {
    return html`<section class="card wide">
        <p>${this.t("panic.what")}</p>
        <div class="actions">
          <button class="danger" ?disabled=${this.busy} @click=${this.askPanic}>
            ${this.t("panic")}
          </button>
        </div>
      </section>
      <action-engine-confirm
        heading=${this.t("panic.ask")}
        yes=${this.t("panic.yes")}
        no=${this.t("back")}
        @confirmed=${this.stopAll}
      >
        <p>${this.t("panic.what")}</p>
      </action-engine-confirm>`;
  }

  private readonly askPanic = (): void => {
    this.confirm.open();
  };

  private readonly stopAll = async (): Promise<void> => {
    if (await this.attempt(() => api.panicStop(this.hass))) await this.load();
  };

  private readonly liftPanic = async (): Promise<void> => {
    if (await this.attempt(() => api.liftPanic(this.hass))) await this.load();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-overview": OverviewView;
  }
}
