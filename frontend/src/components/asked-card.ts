import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { entityName, percent, plain } from "../format";
import { executionPath, followLink, PANEL } from "../navigation";
import { shared } from "../styles";
import type { Asked, Whole } from "../types/background";
import { ViewElement } from "../view-element";

/** What was asked for, by whom and why, and what belongs to it. */
@customElement("action-engine-asked")
export class AskedCard extends ViewElement {
  static override styles = [
    shared,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(6em, max-content) 1fr;
        gap: 6px 16px;
        margin: 0;
      }
      dt {
        color: var(--secondary-text-color, #666);
      }
      dd {
        margin: 0;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      summary {
        cursor: pointer;
        margin-top: 12px;
      }
    `,
  ];

  @property({ attribute: false }) account!: Whole;

  protected override render(): TemplateResult {
    const { account } = this;
    const undo = account.timeline.findLast((one) => one.kind === "undone");
    const undone = typeof undo?.data === "string" ? undo.data : null;
    return html`<dl>
        ${this.row("asked.by", this.who())} ${this.row("asked.agent", this.agent())}
        ${this.row("asked.policy", account.policy_name ?? account.policy)}
        ${this.row("asked.origin", this.origin())}
        ${this.row("asked.undo_of", this.link(account.undo_of))}
        ${this.row("asked.repeat_of", this.link(account.repeat_of))}
        ${this.row("asked.undone_by", this.link(undone))}
        ${this.row("asked.repeated_by", this.links(account.repeated_by))}
        ${this.row("asked.question", this.question())}
      </dl>
      ${account.asked ? this.asked(account.asked) : nothing}`;
  }

  private row(
    key: `asked.${"by" | "agent" | "policy" | "origin" | "undo_of" | "repeat_of" | "undone_by" | "repeated_by" | "question"}`,
    value: TemplateResult | string | null | undefined,
  ): TemplateResult | typeof nothing {
    if (!value) return nothing;
    return html`<dt>${this.t(key)}</dt>
      <dd>${value}</dd>`;
  }

  private who(): string {
    const { user_id, user_name } = this.account;
    if (user_id && user_id === this.hass.user?.id) return this.t("asked.you");
    return user_name ?? this.t(user_id ? "asked.gone" : "asked.nobody");
  }

  private agent(): string | null {
    const agent = this.account.asked?.agent;
    if (!agent) return null;
    return Object.values(agent).filter(Boolean).map(String).join(" · ") || null;
  }

  private origin(): TemplateResult | string | null {
    const { origin } = this.account;
    if (!origin) return null;
    const domain = origin.split(".")[0] ?? "";
    const name = entityName(this.hass, origin);
    const isPage = domain === "script" || domain === "automation";
    if (!isPage || !this.hass.user?.is_admin) return name;
    const path = `/config/${domain}/show/${encodeURIComponent(origin)}`;
    return html`<a href=${path} @click=${followLink}>${name}</a>`;
  }

  private link(id: string | null | undefined): TemplateResult | null {
    if (!id) return null;
    return html`<a href=${executionPath(id)} @click=${followLink}>${this.t("asked.open")}</a>`;
  }

  private links(ids: string[] = []): TemplateResult | null {
    return ids.length ? html`${ids.map((id) => html`${this.link(id)} `)}` : null;
  }

  private question(): TemplateResult | null {
    if (!this.account.approval_id) return null;
    return html`<a href="${PANEL}/approvals" @click=${followLink}>${this.t("asked.answer")}</a>`;
  }

  private asked(asked: Asked): TemplateResult {
    const claim = Object.entries(asked.claim);
    return html`${claim.length
        ? html`<h3>${this.t("approval.claim")}</h3>
            ${claim.map(
              ([key, value]) => html`<small class="quiet">${this.word("claim", key)}</small>
                <blockquote>${this.quote(key, value)}</blockquote>`,
            )}`
        : nothing}
      <details>
        <summary>${this.t("asked.source")}</summary>
        <p class="quiet">${this.word("source", asked.kind ?? "actions")}</p>
        <pre>${plain(asked.actions ?? [])}</pre>
        ${this.given("asked.variables", asked.variables)} ${this.given("asked.given", asked.given)}
      </details>`;
  }

  private given(
    key: "asked.variables" | "asked.given",
    values: Record<string, unknown> = {},
  ): TemplateResult | typeof nothing {
    if (!Object.keys(values).length) return nothing;
    return html`<h3>${this.t(key)}</h3>
      <pre>${plain(values)}</pre>`;
  }

  private quote(key: string, value: unknown): string {
    const isShare = key === "confidence" && typeof value === "number";
    return isShare ? percent(this.hass, value * 100) : plain(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-asked": AskedCard;
  }
}
