import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import * as api from "../api";
import { moment, number } from "../format";
import { shared } from "../styles";
import type { Circuit } from "../types/settings";
import { ViewElement } from "../view-element";

/** What has failed of late, and a button that lets it be tried again; fires `changed`. */
@customElement("action-engine-circuits")
export class CircuitList extends ViewElement {
  static override styles = [
    shared,
    css`
      .line > span:first-child {
        flex: 1 1 14em;
        min-width: 0;
      }
      .line > span:last-child {
        display: flex;
        gap: 8px;
        align-items: center;
      }
    `,
  ];

  @property({ attribute: false }) circuits: Circuit[] = [];

  protected override render(): TemplateResult {
    return html`${this.problem
      ? html`<p class="problem" role="alert">${this.problem}</p>`
      : nothing}
    ${this.circuits.length
      ? html`<ul>
          ${this.circuits.map((one) => html`<li>${this.circuit(one)}</li>`)}
        </ul>`
      : html`<p class="quiet">${this.t("set.circuits.none")}</p>`}`;
  }

  private circuit(one: Circuit): TemplateResult {
    return html`<div class="line">
      <span>
        <bdi>${one.key}</bdi><br />
        <small class="quiet">
          ${this.t("circuits.failures", { count: number(this.hass, one.failures) })}
          ${one.opened ? html`· ${this.since(one.opened)}` : nothing}
          ${one.error ? html`· <bdi>${one.error}</bdi>` : nothing}
        </small>
      </span>
      <span>
        <span class="badge ${one.state === "closed" ? "" : "strong"}">
          ${this.word("circuit", one.state)}
        </span>
        <button
          aria-label=${this.t("circuit.reset_what", { circuit: one.key })}
          ?disabled=${this.busy}
          @click=${() => this.reset(one.key)}
        >
          ${this.t("circuit.reset")}
        </button>
      </span>
    </div>`;
  }

  private since(opened: number): string {
    const at = moment(this.hass, new Date(opened * 1000).toISOString());
    return this.t("circuit.since", { at });
  }

  private async reset(key: string): Promise<void> {
    if (await this.attempt(() => api.resetCircuit(this.hass, key))) {
      this.dispatchEvent(new CustomEvent("changed"));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-circuits": CircuitList;
  }
}
