import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { entityName, number, percent } from "../format";
import { shared } from "../styles";
import type { Applies, Policy } from "../types/settings";
import { ViewElement } from "../view-element";

/** The policies: how they stand, whom they are for, and what they let through yet. */
@customElement("action-engine-policies")
export class PolicyList extends ViewElement {
  static override styles = [
    shared,
    css`
      .line > span:first-child {
        flex: 1 1 16em;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) policies: Policy[] = [];
  /** Names of accounts by id; who is no administrator has none. */
  @property({ attribute: false }) people: Record<string, string> = {};

  protected override render(): TemplateResult {
    if (!this.policies.length) return html`<p class="quiet">${this.t("policies.none")}</p>`;
    return html`<ul>
      ${this.policies.map((one) => html`<li>${this.policy(one)}</li>`)}
    </ul>`;
  }

  private policy(policy: Policy): TemplateResult {
    const applies = policy.settings?.applies;
    return html`<div class="line">
      <span>
        <bdi>${policy.name}</bdi>
        ${applies
          ? html`<br /><small class="quiet">
                <bdi>${this.t("set.for", { who: this.who(applies) })}</bdi>
              </small>`
          : nothing}
        ${this.trust(policy)}
        <br /><small class="quiet">${this.left(policy)}</small>
      </span>
      <span>
        ${policy.mode ? html`<span class="badge"><bdi>${policy.mode}</bdi></span>` : nothing}
        <span class="badge">${this.status(policy)}</span>
      </span>
    </div>`;
  }

  private status(policy: Policy): string {
    if (policy.status === "canary" && policy.settings) {
      const share = percent(this.hass, policy.settings.trust.canary_percentage);
      return this.t("status.canary_share", { share });
    }
    return this.word("status", policy.status);
  }

  private trust(policy: Policy): TemplateResult | typeof nothing {
    const { safety_mode, trusted } = policy.settings?.trust ?? {};
    if (safety_mode === undefined) return nothing;
    const any = trusted && safety_mode === "permissive";
    return html`<br /><small class="quiet">
        ${this.word("safety", any ? "any" : safety_mode)}${trusted ? ` · ${this.t("set.trusted")}` : nothing}
      </small>`;
  }

  private who(applies: Applies): string {
    const users = applies.users.map((id) => this.people[id] ?? this.t("set.account"));
    const found = [
      ...users,
      ...applies.entities.map((id) => entityName(this.hass, id)),
      ...applies.labels.map((name) => this.t("set.label", { name })),
      ...applies.assistants.map((name) => this.word("assistant", name)),
      ...applies.platforms,
      ...(applies.agents ? [this.t("set.agents")] : []),
      ...(applies.household ? [this.t("set.household")] : []),
    ];
    return found.join(", ") || this.t("set.nobody");
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
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-policies": PolicyList;
  }
}
