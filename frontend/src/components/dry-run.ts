import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { actionName, entityName } from "../format";
import { shared } from "../styles";
import { dryRun, type Would } from "../trying/dry-run";
import type { Impact, PlannedStep } from "../types/trial";
import { ViewElement } from "../view-element";

const MOST = 20;
/** Devices that are named one by one. */

/** What would be done, how each device stands now, and what would be seen of it then. */
@customElement("action-engine-dry-run")
export class DryRun extends ViewElement {
  static override styles = [
    shared,
    css`
      ol {
        margin: 0;
        padding-inline-start: 1.5em;
      }
      li {
        padding: 8px 0;
      }
      li:only-child {
        list-style: none;
        margin-inline-start: -1.5em;
      }
      li.bad {
        padding-inline-start: 8px;
      }
      li + li {
        border-top: 1px solid var(--divider-color, #ddd);
      }
    `,
  ];

  @property({ attribute: false }) impact: Impact | null = null;
  @property({ attribute: false }) plan: PlannedStep[] = [];

  protected override render(): TemplateResult {
    const would = this.impact ? dryRun(this.impact, this.plan) : [];
    if (!would.length) return html`<p>${this.t("try.no_calls")}</p>`;
    return html`<ol>
      ${would.map((one) => this.call(one))}
    </ol>`;
  }

  private call({ touch, alias, expected }: Would): TemplateResult {
    const bad = touch.risk === "high" || touch.risk === "critical";
    const shown = touch.entity_ids.slice(0, MOST);
    const more = touch.entity_ids.length - shown.length;
    return html`<li class=${bad ? "bad" : ""}>
      <strong title=${touch.action}>${alias ?? actionName(touch.tool ?? touch.action)}</strong>
      ${touch.opened_from
        ? html`<span class="quiet">
            ${this.t("approval.from", { source: entityName(this.hass, touch.opened_from) })}
          </span>`
        : nothing}
      ${touch.everything ? html`<br />${this.t("approval.everything")}` : nothing}
      ${shown.map((id) => this.device(id))}
      ${more > 0 ? html`<br />${this.t("try.more", { count: more })}` : nothing}
      ${expected ? html`<br />${this.t("try.would_be", { expected })}` : nothing}
      <br /><small class="quiet">${this.word("risk", touch.risk)}: ${touch.why}</small>
    </li>`;
  }

  private device(id: string): TemplateResult {
    const now = this.hass.states[id]?.state;
    const text = now === undefined ? this.t("try.not_there") : this.t("try.now", { state: now });
    return html`<br /><span title=${id}>${entityName(this.hass, id)}</span> – ${text}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-dry-run": DryRun;
  }
}
