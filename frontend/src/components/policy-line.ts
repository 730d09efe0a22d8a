import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { dayName } from "../day-name";
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
    const { name, status, settings, rollout } = this.policy;
    const most = rollout?.percentage ?? settings?.trust.canary_percentage ?? 0;
    const share = status === "canary" ? most : null;
    return html`<div class="line">
        <bdi>${honest(name)}</bdi>
        <span class="badge ${status}" style=${share === null ? "" : `--share:${share}%`}>
          ${this.status(share)}
        </span>
      </div>
      ${this.rollout()} ${this.limits()}`;
  }

  private status(share: number | null): string {
    return share !== null && this.policy.settings
      ? this.t("status.canary_share", { share: percent(this.hass, share) })
      : this.word("status", this.policy.status);
  }

  private rollout(): TemplateResult | typeof nothing {
    const { rollout } = this.policy;
    if (rollout === undefined) return nothing;
    const count = {
      stage: number(this.hass, rollout.stage),
      stages: number(this.hass, rollout.stages),
    };
    return html`<small class="quiet">
      ${this.t("rollout.stage", count)}
      ${rollout.next === null
        ? nothing
        : this.t("rollout.next", { day: dayName(this.hass, rollout.next) })}
    </small>`;
  }

  private limits(): TemplateResult {
    const { left, settings } = this.policy;
    const all = [left.hour_left, left.day_left, left.budget_left ?? null];
    if (all.every((one) => one === null)) {
      return html`<small class="quiet">${this.t("left.none")}</small>`;
    }
    return html`<div class="meters">
      ${this.limit("left.hour", left.hour_left, settings?.limits.max_per_hour)}
      ${this.limit("left.day", left.day_left, settings?.limits.max_per_day)}
      ${this.limit("left.budget", left.budget_left ?? null, settings?.limits.budget)}
    </div>`;
  }

  private limit(
    key: "left.hour" | "left.day" | "left.budget",
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
      role="img"
      aria-label=${label}
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
