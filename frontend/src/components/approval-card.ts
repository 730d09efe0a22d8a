import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { askerName } from "../asker";
import { duration, number, percent, plain, timeLeft } from "../format";
import { executionPath, followLink } from "../navigation";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Approval } from "../types/approval";
import { ViewElement } from "../view-element";
import "./approval-answers";
import "./touch-list";

/** One question: what would happen, why it is asked, and the answers that there are. */
@customElement("action-engine-approval")
export class ApprovalCard extends ViewElement {
  static override styles = [
    shared,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }
      header h2 {
        flex: 1 1 12em;
        min-width: 0;
        max-height: 6em;
        margin: 0;
        overflow: auto;
      }
      .left {
        height: 4px;
        margin: 8px 0;
        border-radius: 2px;
        background: var(--divider-color, #ddd);
      }
      .left div {
        height: 100%;
        border-radius: 2px;
        background: var(--primary-color, #03a9f4);
      }
      .left.short div {
        background: var(--error-color, #db4437);
      }
      blockquote {
        max-height: 12em;
        overflow: auto;
      }
    `,
  ];

  @property({ attribute: false }) approval!: Approval;
  @property() policyName = "";
  /** Whether there is a code; undefined if that is not known. */
  @property({ attribute: false }) hasCode: boolean | undefined;
  /** Milliseconds since the epoch. */
  @property({ type: Number }) now = 0;

  protected override render(): TemplateResult {
    const one = this.approval;
    const { impact } = one.verdict;
    return html`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name"><bdi>${honest(one.name)}</bdi></h2>
        <span class="badge ${one.risk === "high" || one.risk === "critical" ? "strong" : ""}">
          ${this.word("risk", one.risk)}
        </span>
        ${impact
          ? html`<span class="badge">${this.word("reversible", impact.reversible)}</span>`
          : nothing}
      </header>
      <p class="quiet">${this.asked()}</p>
      <p class="quiet">
        <span role="timer">${this.time()}</span>
        ${impact?.expected_seconds == null
          ? nothing
          : html`· ${this.t("approval.takes", {
              time: duration(this.hass, impact.expected_seconds),
            })}`}
        ${one.needed > 1 ? html`· ${this.agreed()}` : nothing}
      </p>
      ${this.bar()}
      <h3>${this.t("approval.what")}</h3>
      ${impact?.steps.length
        ? html`<action-engine-touches
            .hass=${this.hass}
            .touches=${impact.steps}
          ></action-engine-touches>`
        : html`<p>${this.t("approval.unknown")}</p>`}
      <h3>${this.t("approval.why")}</h3>
      <ul>
        ${(one.verdict.reasons ?? []).map((reason) => html`<li>${reason.text}</li>`)}
      </ul>
      ${this.claim()}
      <action-engine-answers
        .hass=${this.hass}
        .approval=${one}
        .hasCode=${this.hasCode}
        @answered=${this.tell}
      ></action-engine-answers>
      <p>
        <a href=${executionPath(one.execution_id)} @click=${followLink}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
  }

  private asked(): TemplateResult {
    const policy = this.policyName || this.approval.policy;
    const name = askerName(this.hass, this.approval.asker);
    const kind = this.approval.asker?.kind;
    return html`${name === null
        ? nothing
        : html`${this.t("approval.asker")} <bdi>${name}</bdi>
            ${kind ? html`(${this.word("asker", kind)})` : nothing} · `}${this.t(
        "approval.policy",
        { policy },
      )}`;
  }

  private time(): string {
    return Date.parse(this.approval.expires) <= this.now
      ? this.t("approval.over")
      : this.t("approval.expires", {
          time: timeLeft(this.hass, this.approval.expires, this.now),
        });
  }

  /** How much of the time is left; the words before it say the same. */
  private bar(): TemplateResult {
    const [from, to] = [Date.parse(this.approval.asked), Date.parse(this.approval.expires)];
    const left = Math.min(Math.max((to - this.now) / Math.max(to - from, 1), 0), 1);
    return html`<div class="left ${left < 0.1 ? "short" : ""}" aria-hidden="true">
      <div style="width:${left * 100}%"></div>
    </div>`;
  }

  private agreed(): string {
    const { agreed, needed, names } = this.approval;
    const known = agreed.map((id) => names?.[id] ?? "").filter(Boolean);
    const told = this.t("approval.agreed", {
      agreed: number(this.hass, agreed.length),
      needed: number(this.hass, needed),
    });
    return known.length ? `${told}: ${honest(known.join(", "))}` : told;
  }

  private claim(): TemplateResult | typeof nothing {
    const entries = Object.entries(this.approval.claim).filter(([, value]) => value != null);
    if (!entries.length) return nothing;
    return html`<h3>${this.t("approval.claim")}</h3>
      ${entries.map(
        ([key, value]) => html`<small class="quiet">${this.word("claim", key)}</small>
          <blockquote><bdi>${this.quote(key, value)}</bdi></blockquote>`,
      )}`;
  }

  private quote(key: string, value: unknown): string {
    const isShare = key === "confidence" && typeof value === "number";
    return isShare ? percent(this.hass, value * 100) : honest(plain(value));
  }

  private readonly tell = (event: Event): void => {
    const { detail } = event as CustomEvent<unknown>;
    this.dispatchEvent(new CustomEvent("answered", { detail }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-approval": ApprovalCard;
  }
}
