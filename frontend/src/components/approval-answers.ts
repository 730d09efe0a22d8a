import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import * as api from "../api";
import { number } from "../format";
import { shared } from "../styles";
import type { Approval } from "../types/approval";
import { ViewElement } from "../view-element";
import "./change-dialog";
import type { ChangeDialog } from "./change-dialog";

/** Minutes for which similar requests may be agreed to. */
const SIMILAR = [15, 60, 480] as const;

/** The answers that somebody can give; fires `answered` when one counts. */
@customElement("action-engine-answers")
export class ApprovalAnswers extends ViewElement {
  static override styles = [
    shared,
    css`
      label.reason {
        flex: 1 1 12em;
      }
    `,
  ];

  @property({ attribute: false }) approval!: Approval;
  @property({ attribute: false }) hasCode: boolean | undefined;
  @state() private code = "";
  @state() private reason = "";
  @state() private minutes = 0;
  @query("action-engine-change") private change!: ChangeDialog;

  protected override render(): TemplateResult {
    return html`${this.approval.may_answer ? this.answers() : this.withdrawal()}
    ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}`;
  }

  private withdrawal(): TemplateResult {
    return html`<div class="actions">
      <span class="quiet">${this.t("approval.not_you")}</span>
      <button ?disabled=${this.busy} @click=${this.withdraw}>
        ${this.t("approval.withdraw")}
      </button>
    </div>`;
  }

  private answers(): TemplateResult {
    const critical = this.approval.risk === "critical";
    return html`${critical && this.hasCode !== false ? this.codeField() : nothing}
      <div class="actions">
        <button class="main" ?disabled=${this.busy} @click=${this.approve}>
          ${this.t("approval.approve")}
        </button>
        ${critical ? nothing : this.similarField()}
        <button ?disabled=${this.busy} @click=${this.openChange}>
          ${this.t("approval.change")}
        </button>
      </div>
      <div class="actions">
        <label class="reason">
          ${this.t("approval.reason")}
          <input maxlength="255" .value=${this.reason} @input=${this.setReason} />
        </label>
        <button class="danger" ?disabled=${this.busy} @click=${this.reject}>
          ${this.t("approval.reject")}
        </button>
      </div>
      <action-engine-change
        .hass=${this.hass}
        .approval=${this.approval}
        @replaced=${this.replaced}
      ></action-engine-change>`;
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

  private readonly openChange = (): void => {
    void this.change.open();
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

  private async answer(give: () => Promise<unknown>): Promise<void> {
    if (await this.attempt(give)) this.tell(null);
  }

  private readonly replaced = (event: Event): void => {
    this.tell((event as CustomEvent<string>).detail);
  };

  /** `instead`: the execution that runs in the place of what was asked for. */
  private tell(instead: string | null): void {
    const detail = { name: this.approval.name, instead };
    this.dispatchEvent(new CustomEvent("answered", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-answers": ApprovalAnswers;
  }
}
