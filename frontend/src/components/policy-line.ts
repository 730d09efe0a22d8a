import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { number, percent } from "../format";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Policy } from "../types/settings";
import { ViewElement } from "../view-element";

/** How a policy stands: how much runs by itself, and what it lets through yet. */
@customElement("action-engine-policy")
export class PolicyLine extends ViewElement {
  static override styles = [
    shared,
    css`
      .badge {
        --tint: var(--secondary-text-color, #666);
        border-color: var(--tint);
        background: linear-gradient(
          to right,
          color-mix(in srgb, var(--tint) 30%, transparent) var(--share, 0%),
          transparent var(--share, 0%)
        );
      }
      .disabled {
        border-style: dashed;
        color: var(--secondary-text-color, #666);
      }
      .supervised {
        --tint: var(--warning-color, #ffa600);
      }
      .canary {
        --tint: var(--primary-color, #03a9f4);
      }
      .full_auto {
        --tint: var(--success-color, #43a047);
        --share: 100%;
      }
      .meters {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        padding-bottom: 8px;
      }
      .meters div {
        flex: 1 1 8em;
      }
      .meter {
        height: 6px;
        border-radius: 3px;
        background: var(--divider-color, #ddd);
      }
      .meter span {
        display: block;
        height: 100%;
        border-radius: 3px;
        background: var(--primary-color, #03a9f4);
      }
      .meter.low span {
        background: var(--error-color, #db4437);
      }
    `,
  ];

  @property({ attribute: false }) policy!: Policy;

  protected override render(): TemplateResult {
    const { name, status, settings } = this.policy;
    const share = status === "canary" ? (settings?.trust.canary_percentage ?? 0) : null;
    return html`<div class="line">
        <bdi>${honest(name)}</bdi>
        <span class="badge ${status}" style=${share === null ? "" : `--share:${share}%`}>
          ${this.status(share)}
        </span>
      </div>
      ${this.limits()}`;
  }

  private status(share: number | null): string {
    return share !== null && this.policy.settings
      ? this.t("status.canary_share", { share: percent(this.hass, share) })
      : this.word("status", this.policy.status);
  }

  private limits(): TemplateResult {
    const { left, settings } = this.policy;
    if (left.hour_left === null && left.day_left === null) {
      return html`<small class="quiet">${this.t("left.none")}</small>`;
    }
    return html`<div class="meters">
      ${this.limit("left.hour", left.hour_left, settings?.limits.max_per_hour)}
      ${this.limit("left.day", left.day_left, settings?.limits.max_per_day)}
    </div>`;
  }

  private limit(
    key: "left.hour" | "left.day",
    left: number | null,
    most: number | undefined,
  ): TemplateResult | typeof nothing {
    if (left === null) return nothing;
    const label = this.t(key, { left: number(this.hass, left) });
    return html`<div>
      <small class="quiet">${label}</small>
      ${most ? this.meter(label, left, most) : nothing}
    </div>`;
  }

  private meter(label: string, left: number, most: number): TemplateResult {
    const share = Math.min(Math.max(left / most, 0), 1);
    return html`<div
      class="meter ${share <= 0.2 ? "low" : ""}"
      role="meter"
      aria-label=${label}
      aria-valuemin="0"
      aria-valuemax=${most}
      aria-valuenow=${Math.min(left, most)}
    >
      <span style="width:${share * 100}%"></span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-policy": PolicyLine;
  }
}
