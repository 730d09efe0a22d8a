import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import * as api from "../api";
import { duration, number } from "../format";
import type { Key } from "../localize";
import { shared } from "../styles";
import type { Settings } from "../types/settings";
import { ViewElement } from "../view-element";

/** Whether the engine takes new work, and how it is set; fires `changed`. */
@customElement("action-engine-engine")
export class EngineCard extends ViewElement {
  static override styles = [
    shared,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(7em, max-content) 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dt {
        color: var(--secondary-text-color, #666);
      }
      dd {
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) settings!: Settings;

  protected override render(): TemplateResult {
    const { enabled, panicked } = this.settings;
    return html`<dl>
        <dt>${this.t("set.engine")}</dt>
        <dd><span role="status">${this.t(enabled ? "set.on" : "set.off")}</span></dd>
        <dt>${this.t("panic")}</dt>
        <dd><span role="status">${this.t(panicked ? "set.panic_on" : "set.panic_off")}</span></dd>
        ${this.options()}
      </dl>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.hass.user?.is_admin ? this.buttons(enabled, panicked) : nothing}`;
  }

  private buttons(enabled: boolean, panicked: boolean): TemplateResult {
    return html`<div class="actions">
      <button ?disabled=${this.busy} @click=${this.toggle}>
        ${this.t(enabled ? "set.turn_off" : "set.turn_on")}
      </button>
      ${panicked
        ? html`<button ?disabled=${this.busy} @click=${this.lift}>
            ${this.t("panic.lift")}
          </button>`
        : nothing}
    </div>`;
  }

  private options(): TemplateResult | typeof nothing {
    const { options } = this.settings;
    if (!options) return nothing;
    const { workers, max_queue, timeout } = options["execution"] ?? {};
    const { max_retries, initial_delay, max_delay } = options["retry"] ?? {};
    const { verify, within } = options["verification"] ?? {};
    return html`${this.row("set.workers", this.count(workers))}
    ${this.row("set.max_queue", this.count(max_queue))}
    ${this.row("set.timeout", timeout ? this.span(timeout) : this.t("left.none"))}
    ${this.row("set.retries", this.count(max_retries))}
    ${this.row("set.delays", `${this.span(initial_delay)} – ${this.span(max_delay)}`)}
    ${this.row("set.verify", verify ? this.span(within) : this.t("set.no"))}
    ${this.row("set.code", this.t(options.safety?.approval_code ? "set.yes" : "set.no"))}`;
  }

  private row(name: Key, value: string): TemplateResult {
    return html`<dt>${this.t(name)}</dt>
      <dd>${value}</dd>`;
  }

  private count(value: unknown): string {
    return number(this.hass, Number(value));
  }

  private span(value: unknown): string {
    return duration(this.hass, Number(value));
  }

  private readonly toggle = (): Promise<void> =>
    this.act(() => api.setEnabled(this.hass, !this.settings.enabled));

  private readonly lift = (): Promise<void> => this.act(() => api.liftPanic(this.hass));

  private async act(work: () => Promise<unknown>): Promise<void> {
    if (await this.attempt(work)) this.dispatchEvent(new CustomEvent("changed"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-engine": EngineCard;
  }
}
