import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import * as api from "../api";
import { actionName, entityName, number, percent, plain, timeLeft } from "../format";
import { executionPath, followLink } from "../navigation";
import { shared } from "../styles";
import type { Approval } from "../types/approval";
import type { Touch } from "../types/verdict";
import { ViewElement } from "../view-element";

/** Minutes for which similar requests may be agreed to. */
const SIMILAR = [15, 60, 480] as const;

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
        margin: 0;
      }
      .what li {
        padding: 4px 0;
      }
      .what li.bad {
        padding-left: 8px;
      }
    `,
  ];

  @property({ attribute: false }) approval!: Approval;
  @property() policyName = "";
  /** Whether there is a code; undefined if that is not known. */
  @property({ attribute: false }) hasCode: boolean | undefined;
  /** Milliseconds since the epoch. */
  @property({ type: Number }) now = 0;
  @state() private code = "";
  @state() private reason = "";
  @state() private minutes = 0;

  protected override render(): TemplateResult {
    const one = this.approval;
    const { impact } = one.verdict;
    return html`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name">${one.name}</h2>
        <span class="badge ${one.risk === "high" || one.risk === "critical" ? "strong" : ""}">
          ${this.word("risk", one.risk)}
        </span>
        ${impact
          ? html`<span class="badge">${this.word("reversible", impact.reversible)}</span>`
          : nothing}
      </header>
      <p class="quiet">
        ${this.t("approval.policy", { policy: this.policyName || one.policy })} ·
        <span role="timer">${this.time()}</span>
        ${one.needed > 1 ? html` · ${this.agreed()}` : nothing}
      </p>
      <h3>${this.t("approval.what")}</h3>
      ${impact?.steps.length
        ? html`<ul class="what">${impact.steps.map((touch) => this.touch(touch))}</ul>`
        : html`<p>${this.t("approval.unknown")}</p>`}
      <h3>${this.t("approval.why")}</h3>
      <ul>
        ${(one.verdict.reasons ?? []).map((reason) => html`<li>${reason.text}</li>`)}
      </ul>
      ${this.claim()} ${this.answers()}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <p>
        <a href=${executionPath(one.execution_id)} @click=${followLink}>
          ${this.t("approval.open")}
        </a>
      </p>
    </article>`;
  }

  private time(): string {
    return Date.parse(this.approval.expires) <= this.now
      ? this.t("approval.over")
      : this.t("approval.expires", {
          time: timeLeft(this.hass, this.approval.expires, this.now),
        });
  }

  private agreed(): string {
    return this.t("approval.agreed", {
      agreed: number(this.hass, this.approval.agreed.length),
      needed: number(this.hass, this.approval.needed),
    });
  }

  private touch(touch: Touch): TemplateResult {
    const names = touch.everything
      ? this.t("approval.everything")
      : touch.entity_ids.map((id) => entityName(this.hass, id)).join(", ");
    return html`<li class=${touch.risk === "critical" || touch.risk === "high" ? "bad" : ""}>
      <strong title=${touch.action}>${actionName(touch.tool ?? touch.action)}</strong>
      ${names ? html`– <span title=${touch.entity_ids.join(", ")}>${names}</span>` : nothing}
      ${touch.opened_from
        ? html`<span class="quiet">
            ${this.t("approval.from", { source: entityName(this.hass, touch.opened_from) })}
          </span>`
        : nothing}
      <br /><small class="quiet">${this.word("risk", touch.risk)}: ${touch.why}</small>
    </li>`;
  }

  private claim(): TemplateResult | typeof nothing {
    const entries = Object.entries(this.approval.claim).filter(([, value]) => value != null);
    if (!entries.length) return nothing;
    return html`<h3>${this.t("approval.claim")}</h3>
      ${entries.map(
        ([key, value]) => html`<small class="quiet">${this.word("claim", key)}</small>
          <blockquote>${this.quote(key, value)}</blockquote>`,
      )}`;
  }

  private quote(key: string, value: unknown): string {
    const isShare = key === "confidence" && typeof value === "number";
    return isShare ? percent(this.hass, value * 100) : plain(value);
  }

  private answers(): TemplateResult {
    if (!this.approval.may_answer) {
      return html`<div class="actions">
        <span class="quiet">${this.t("approval.not_you")}</span>
        <button ?disabled=${this.busy} @click=${this.withdraw}>
          ${this.t("approval.withdraw")}
        </button>
      </div>`;
    }
    const critical = this.approval.risk === "critical";
    return html`${critical && this.hasCode !== false ? this.codeField() : nothing}
      <div class="actions">
        <button class="main" ?disabled=${this.busy} @click=${this.approve}>
          ${this.t("approval.approve")}
        </button>
        ${critical ? nothing : this.similarField()}
      </div>
      <div class="actions">
        <label>
          ${this.t("approval.reason")}
          <input maxlength="255" .value=${this.reason} @input=${this.setReason} />
        </label>
        <button class="danger" ?disabled=${this.busy} @click=${this.reject}>
          ${this.t("approval.reject")}
        </button>
      </div>`;
  }

  private codeField(): TemplateResult {
    const needed = number(this.hass, this.approval.needed);
    return html`<div class="actions">
      <label>
        ${this.t("approval.code")}
        <input
          type="password"
          autocomplete="off"
          aria-describedby="code-help"
          .value=${this.code}
          @input=${this.setCode}
        />
        <small id="code-help">${this.t("approval.code_help", { needed })}</small>
      </label>
    </div>`;
  }

  private similarField(): TemplateResult {
    return html`<label>
      ${this.t("approval.similar_for")}
      <select @change=${this.setMinutes}>
        <option value="0" selected>${this.t("approval.once")}</option>
        ${SIMILAR.map(
          (minutes) => html`<option value=${minutes}>
            ${number(this.hass, minutes < 60 ? minutes : minutes / 60, {
              style: "unit",
              unit: minutes < 60 ? "minute" : "hour",
              unitDisplay: "long",
            })}
          </option>`,
        )}
      </select>
    </label>`;
  }

  private readonly setCode = (event: Event): void => {
    this.code = (event.target as HTMLInputElement).value;
  };

  private readonly setReason = (event: Event): void => {
    this.reason = (event.target as HTMLInputElement).value;
  };

  private readonly setMinutes = (event: Event): void => {
    this.minutes = Number((event.target as HTMLSelectElement).value);
  };

  private readonly approve = async (): Promise<void> => {
    const yes: api.Yes = {
      ...(this.code ? { code: this.code } : {}),
      ...(this.minutes ? { similar_for: this.minutes * 60 } : {}),
    };
    await this.answer(() => api.approve(this.hass, this.approval.approval_id, yes));
    this.code = "";
  };

  private readonly reject = (): Promise<void> =>
    this.answer(() => api.reject(this.hass, this.approval.approval_id, this.reason));

  private readonly withdraw = (): Promise<void> =>
    this.answer(() => api.cancel(this.hass, this.approval.execution_id));

  /** Fires `answered` when the answer counts. */
  private async answer(give: () => Promise<unknown>): Promise<void> {
    if (await this.attempt(give)) this.dispatchEvent(new CustomEvent("answered"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-approval": ApprovalCard;
  }
}
