import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import * as api from "../api";
import { number } from "../format";
import { executionPath, followLink, PANEL } from "../navigation";
import { type Live, OPEN } from "../types/execution";
import type { Circuit, Policy, Settings } from "../types/settings";
import type { StreamEvent } from "../types/stream";
import { honest } from "../strangers";
import { CardElement } from "./card-element";
import { formOf, policyField, textField } from "./form";
import type { CardConfig, ConfigForm } from "./lovelace";
import { textOf, textsOf } from "./options";
import { chosenPolicies, policyLeft, policyStatus } from "./policy-words";

interface Options {
  title: string | undefined;
  policies: readonly string[];
}

interface Seen {
  settings: Settings;
  running: Live[];
  waiting: number;
}

/** Names of what runs that are shown; the others are counted. */
const NAMED = 3;

/** How the policies stand, what runs, what waits, and what is shut. */
export class StatusCard extends CardElement<Options> {
  static getStubConfig(): CardConfig {
    return {};
  }

  static async getConfigForm(): Promise<ConfigForm> {
    return formOf([textField("title"), await policyField("policies", true)]);
  }

  @state() private seen: Seen | null = null;
  protected readonly streams = ["subscribe", "subscribe_approvals"] as const;

  getCardSize(): number {
    return 4;
  }

  protected concerns(event: StreamEvent): boolean {
    return event.kind !== "step";
  }

  protected read(config: CardConfig): Options {
    return { title: textOf(config, "title"), policies: textsOf(config, "policies") };
  }

  protected titleOf({ title }: Options): string {
    return title ?? this.t("title");
  }

  protected async load(): Promise<void> {
    const [settings, executions, approvals] = await Promise.all([
      api.settings(this.hass),
      api.liveExecutions(this.hass),
      api.listApprovals(this.hass),
    ]);
    const running = executions.filter((one) => OPEN.has(one.state)).reverse();
    this.seen = { settings, running, waiting: approvals.length };
  }

  protected content(options: Options): TemplateResult {
    if (this.seen === null) return html`<p class="quiet">${this.t("loading")}</p>`;
    const { settings, running, waiting } = this.seen;
    const policies = chosenPolicies(settings.policies, options.policies);
    const stuck = settings.circuits?.filter((one) => one.state !== "closed");
    return html`<div role="status">
        ${settings.enabled
          ? nothing
          : html`<p class="alarm">${this.t("engine.disabled")}</p>`}
        ${settings.panicked ? html`<p class="alarm">${this.t("panic.on")}</p>` : nothing}
      </div>
      ${policies.length
        ? html`<ul>${policies.map((one) => this.policy(one))}</ul>`
        : html`<p class="quiet">${this.t("policies.none")}</p>`}
      <ul>
        ${this.running(running)}
        ${this.line(
          html`<a href="${PANEL}/approvals" @click=${followLink}>${this.t("waiting")}</a>`,
          waiting,
          waiting > 0,
        )}
        ${stuck ? this.circuits(stuck) : nothing}
      </ul>`;
  }

  private policy(policy: Policy): TemplateResult {
    const left = policyLeft(this.hass, policy);
    return html`<li>
      <div class="line">
        <span>
          ${policy.name} ${left ? html`<br /><small class="quiet">${left}</small>` : nothing}
        </span>
        <span class="badge">${policyStatus(this.hass, policy)}</span>
      </div>
    </li>`;
  }

  private line(what: unknown, count: number, strong: boolean): TemplateResult {
    return html`<li>
      <div class="line">
        <span>${what}</span>
        <span class="badge ${strong ? "strong" : ""}">${number(this.hass, count)}</span>
      </div>
    </li>`;
  }

  private running(running: Live[]): TemplateResult {
    const names = running.slice(0, NAMED).map(
      (one) => html`<br /><small>
          <a href=${executionPath(one.execution_id)} @click=${followLink}><bdi>${honest(one.name)}</bdi></a>
        </small>`,
    );
    return this.line(html`${this.t("running")}${names}`, running.length, false);
  }

  private circuits(stuck: readonly Circuit[]): TemplateResult {
    const names = stuck
      .slice(0, NAMED)
      .map((one) => html`<br /><small class="quiet">${one.key}</small>`);
    return this.line(html`${this.t("circuits")}${names}`, stuck.length, stuck.length > 0);
  }
}
