import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as api from "../api";
import "../components/confirm-dialog";
import type { ConfirmDialog } from "../components/confirm-dialog";
import "../components/first-steps";
import "../components/policy-line";
import "../components/running-list";
import "../components/trend-card";
import { moment, number } from "../format";
import { LiveController } from "../live";
import { executionPath, followLink, PANEL } from "../navigation";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Approval } from "../types/approval";
import { type Live, OPEN, type Row } from "../types/execution";
import type { Circuit, Policy, Settings } from "../types/settings";
import { ViewElement } from "../view-element";
// Only looked at while something is drawn: the views are all there by then.
import { VIEW_NAMES } from "../views";

/** Milliseconds: each time much is asked for. */
const GATHER = 1000;

/** Questions that are named; all are counted. */
const MOST_WAITING = 3;

interface Seen {
  settings: Settings;
  running: Live[];
  waiting: Approval[];
  failures: Row[];
  /** Nothing has ever run. */
  empty: boolean;
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
        align-items: start;
      }
      .grid > * {
        min-width: 0;
      }
      .wide {
        grid-column: 1 / -1;
      }
      @media (min-width: 1000px) {
        .double {
          grid-column: span 2;
        }
      }
      .failure {
        flex: 1 1 16em;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
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
    GATHER,
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
      const failures = failed.executions;
      const quiet = !failures.length && !executions.length;
      const empty = quiet && !(await api.listExecutions(this.hass, { limit: 1 })).executions.length;
      this.seen = { settings, running, waiting: approvals, failures, empty };
    });
  }

  protected override render(): TemplateResult {
    const problem = this.problem
      ? html`<p class="problem" role="alert">${this.problem}</p>`
      : nothing;
    if (this.seen === null) {
      return html`${problem}${this.problem ? nothing : html`<p>${this.t("loading")}</p>`}`;
    }
    const { settings, running, waiting, failures, empty } = this.seen;
    const begins = empty && this.hass.user?.is_admin;
    const stuck = settings.circuits?.filter((one) => one.state !== "closed");
    return html`${problem}${this.alarms(settings)}
      <div class="grid">
        ${begins
          ? html`<action-engine-first-steps
              class="wide"
              .hass=${this.hass}
              .tryView=${VIEW_NAMES.find((name) => name.startsWith("try")) ?? ""}
            ></action-engine-first-steps>`
          : nothing}
        ${this.card("policies", settings.policies.map((one) => this.policy(one)))}
        <section class="card" aria-labelledby="running">
          <h2 id="running">${this.t("running")}</h2>
          <action-engine-running .hass=${this.hass} .running=${running}></action-engine-running>
        </section>
        ${this.card("waiting", this.waitingLines(waiting))}
        ${stuck ? this.card("circuits", stuck.map((one) => this.circuit(one))) : nothing}
        ${begins ? nothing : html`<action-engine-trend class="double" .hass=${this.hass}></action-engine-trend>`}
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
    name: "policies" | "waiting" | "circuits" | "failures",
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
    return html`<action-engine-policy .hass=${this.hass} .policy=${policy}></action-engine-policy>`;
  }

  private waitingLines(waiting: Approval[]): TemplateResult[] {
    const first = waiting.slice(0, MOST_WAITING).map(
      (one) => html`<div class="line">
        <bdi>${honest(one.name)}</bdi>
        <span class="quiet">${this.word("risk", one.risk)}</span>
      </div>`,
    );
    if (!first.length) return [];
    return [
      html`<div class="line">
        <a href="${PANEL}/approvals" @click=${followLink}>${this.t("nav.approvals")}</a>
        <span class="badge strong">${number(this.hass, waiting.length)}</span>
      </div>`,
      ...first,
    ];
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
    const why = honest(one.error_message ?? this.t("failures.no_reason"));
    return html`<div class="line">
      <span class="failure" title=${why}>
        <a href=${executionPath(one.execution_id)} @click=${followLink}>
          <bdi>${honest(one.name)}</bdi></a
        >
        · ${this.word("state", one.state)} · <bdi>${why}</bdi>
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
