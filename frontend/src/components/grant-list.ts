import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import * as api from "../api";
import { actionName, entityName, number, timeLeft } from "../format";
import { LiveController } from "../live";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Grant } from "../types/grant";
import type { Policy } from "../types/settings";
import { ViewElement } from "../view-element";

/** Milliseconds: uses are counted, not watched. */
const GATHER = 1500;

/** What was allowed in advance, to be taken back. Nothing if there is nothing. */
@customElement("action-engine-grants")
export class GrantList extends ViewElement {
  static override styles = [
    shared,
    css`
      .line > span {
        flex: 1 1 14em;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) policies: Policy[] = [];
  /** Milliseconds since the epoch. */
  @property({ type: Number }) now = 0;
  @state() private grants: Grant[] = [];

  protected readonly live = new LiveController(
    this,
    ["subscribe", "subscribe_approvals"],
    () => this.load(),
    (event) => event.kind !== "step",
    GATHER,
  );

  private load(): Promise<void> {
    return this.fetching(async () => {
      this.grants = await api.listGrants(this.hass);
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const open = this.grants.filter((one) => Date.parse(one.until) > this.now);
    if (!open.length && !this.problem) return nothing;
    return html`<section class="card" aria-labelledby="grants">
      <h2 id="grants">${this.t("grants")}</h2>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <ul>
        ${open.map((one) => html`<li>${this.grant(one)}</li>`)}
      </ul>
    </section>`;
  }

  private grant(one: Grant): TemplateResult {
    const what = one.actions.map(actionName).join(", ");
    const where = one.entity_ids.map((id) => honest(entityName(this.hass, id))).join(", ");
    const policy = this.policies.find((each) => each.policy_id === one.policy)?.name;
    const by = honest(one.given_by_name ?? this.t("somebody"));
    const time = timeLeft(this.hass, one.until, this.now);
    const count = number(this.hass, one.uses);
    return html`<div class="line">
      <span>
        <strong>${what}</strong> ${where ? html`– <bdi>${where}</bdi>` : nothing}<br />
        <small class="quiet">
          ${this.t("grants.by", { by, policy: policy ?? one.policy })} ·
          ${this.t("approval.expires", { time })} ·
          ${this.t(one.uses === 1 ? "grants.use" : "grants.uses", { count })}
        </small>
      </span>
      <button
        ?disabled=${this.busy}
        aria-label=${this.t("grants.revoke_what", { what: `${what} – ${where}` })}
        @click=${() => this.revoke(one)}
      >
        ${this.t("grants.revoke")}
      </button>
    </div>`;
  }

  private async revoke(one: Grant): Promise<void> {
    if (await this.attempt(() => api.revokeGrant(this.hass, one.grant_id))) await this.load();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-grants": GrantList;
  }
}
