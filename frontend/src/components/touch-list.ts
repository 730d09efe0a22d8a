import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { actionName, entityName } from "../format";
import { type Parameter, parametersOf } from "../parameters";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Touch } from "../types/verdict";
import { ViewElement } from "../view-element";

/** Names of devices that are shown at once. */
const MOST_NAMES = 12;

/** What would be done, step by step: on which devices, how exactly, and how bad that is. */
@customElement("action-engine-touches")
export class TouchList extends ViewElement {
  static override styles = [
    shared,
    css`
      li {
        padding: 6px 0;
      }
      li.bad {
        padding-left: 8px;
      }
      li.inside {
        margin-inline-start: 16px;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        margin: 4px 0;
      }
      dl div {
        max-width: 100%;
        padding: 1px 8px;
        border-radius: 6px;
        background: var(--secondary-background-color, #eee);
        font-size: 0.9rem;
      }
      dt,
      dd {
        display: inline;
        margin: 0;
      }
      dt {
        color: var(--secondary-text-color, #666);
      }
      dd {
        white-space: pre-wrap;
      }
      dd code {
        font-size: 0.85rem;
      }
    `,
  ];

  @property({ attribute: false }) touches: Touch[] = [];

  protected override render(): TemplateResult {
    return html`<ul>
      ${this.touches.map((touch) => this.touch(touch))}
    </ul>`;
  }

  private touch(touch: Touch): TemplateResult {
    const bad = touch.risk === "critical" || touch.risk === "high";
    const parameters = parametersOf(this.hass, touch.data);
    const later = touch.templated === true || parameters.some((one) => one.later);
    return html`<li class="${bad ? "bad" : ""} ${touch.opened_from ? "inside" : ""}">
      <strong title=${touch.action}>${actionName(touch.tool ?? touch.action)}</strong>
      ${this.targets(touch)}
      ${touch.opened_from
        ? html`<span class="quiet">
            ${this.t("approval.from", { source: honest(entityName(this.hass, touch.opened_from)) })}
          </span>`
        : nothing}
      ${parameters.length
        ? html`<dl>${parameters.map((one) => this.parameter(one))}</dl>`
        : html`<br />`}
      ${later ? html`<small class="quiet">${this.t("approval.later")}</small><br />` : nothing}
      <small class="quiet">${this.word("risk", touch.risk)}: ${touch.why}</small>
      ${touch.reversible ? nothing : html`<small class="quiet">· ${this.t("reversible.no")}</small>`}
    </li>`;
  }

  private targets(touch: Touch): TemplateResult | typeof nothing {
    if (touch.everything) return html`– ${this.t("approval.everything")}`;
    if (!touch.entity_ids.length) return nothing;
    const shown = touch.entity_ids.slice(0, MOST_NAMES);
    const names = shown.map((id) => honest(entityName(this.hass, id))).join(", ");
    const more = touch.entity_ids.length - shown.length;
    return html`– <bdi title=${touch.entity_ids.join(", ")}>${names}</bdi>
      ${more > 0 ? this.t("approval.more", { count: more }) : nothing}`;
  }

  private parameter(one: Parameter): TemplateResult {
    return html`<div>
      <dt><bdi>${one.name}</bdi></dt>
      <dd>${one.later ? html`<code><bdi>${one.value}</bdi></code>` : html`<bdi>${one.value}</bdi>`}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-touches": TouchList;
  }
}
