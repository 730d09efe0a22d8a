import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import * as api from "../api";
import { number } from "../format";
import { shared } from "../styles";
import { placeIn } from "../text-place";
import type { Approval, Proposal } from "../types/approval";
import { ViewElement } from "../view-element";

/**
 * What a question is about, as a text to be changed and run in its place. Fires `replaced`
 * with the id of the execution.
 */
@customElement("action-engine-change")
export class ChangeDialog extends ViewElement {
  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(720px, calc(100vw - 32px));
        max-width: none;
        max-height: calc(100dvh - 32px);
        overflow: auto;
      }
      textarea {
        width: 100%;
        min-height: min(18em, 40dvh);
        padding: 8px;
        border: 1px solid var(--secondary-text-color, #666);
        border-radius: 8px;
        font-family: var(--ha-font-family-code, monospace);
        font-size: 0.9rem;
        color: var(--primary-text-color, #212121);
        background: var(--primary-background-color, #fafafa);
        resize: vertical;
      }
      textarea[aria-invalid="true"] {
        border-color: var(--error-color, #db4437);
      }
      textarea:focus-visible {
        outline: 3px solid var(--primary-color, #03a9f4);
        outline-offset: 2px;
      }
    `,
  ];

  @property({ attribute: false }) approval!: Approval;
  @state() private proposal: Proposal | null = null;
  @state() private notes = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("textarea") private area!: HTMLTextAreaElement | null;

  async open(): Promise<void> {
    this.proposal = null;
    this.problem = null;
    this.dialog.showModal();
    await this.fetching(async () => {
      this.proposal = await api.getProposal(this.hass, this.approval.approval_id);
    });
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading">${this.t("change.title")}</h2>
      ${this.proposal === null
        ? html`<p role="status">${this.problem ? "" : this.t("loading")}</p>`
        : this.form(this.proposal)}
      ${this.problem ? this.trouble(this.problem) : nothing}
      <div class="actions">
        <button @click=${this.close}>${this.t("back")}</button>
        <button
          class="main"
          ?hidden=${this.proposal === null || this.proposal.hidden}
          ?disabled=${this.busy}
          @click=${this.submit}
        >
          ${this.t("change.yes")}
        </button>
      </div>
    </dialog>`;
  }

  private form(proposal: Proposal): TemplateResult {
    return html`<p id="help">${this.t(proposal.hidden ? "change.hidden" : "change.help")}</p>
      ${proposal.begun ? html`<p class="alarm">${this.t("change.begun")}</p>` : nothing}
      <label>
        ${this.t("change.actions")}
        <textarea
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          aria-describedby="help problem"
          aria-invalid=${this.problem ? "true" : "false"}
          ?readonly=${proposal.hidden}
          .value=${proposal.actions}
        ></textarea>
      </label>
      ${proposal.hidden
        ? nothing
        : html`<label>
            ${this.t("approval.reason")}
            <input maxlength="255" .value=${this.notes} @input=${this.setNotes} />
          </label>`}`;
  }

  private trouble(problem: string): TemplateResult {
    const place = placeIn(this.area?.value ?? "", problem);
    return html`<p id="problem" class="problem" role="alert">
      ${place
        ? html`<strong>
            ${this.t("change.line", { line: number(this.hass, place.line) })}
          </strong>`
        : nothing}
      ${problem}
    </p>`;
  }

  private readonly setNotes = (event: Event): void => {
    this.notes = (event.target as HTMLInputElement).value;
  };

  private readonly close = (): void => {
    this.dialog.close();
  };

  private readonly submit = async (): Promise<void> => {
    const { area } = this;
    if (!area) return;
    let instead = "";
    const done = await this.attempt(async () => {
      const id = this.approval.approval_id;
      instead = await api.approveInstead(this.hass, id, area.value, this.notes);
    });
    if (done) {
      this.dialog.close();
      this.dispatchEvent(new CustomEvent("replaced", { detail: instead }));
      return;
    }
    const place = placeIn(area.value, this.problem ?? "");
    area.focus();
    if (place) area.setSelectionRange(place.start, place.end);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-change": ChangeDialog;
  }
}
