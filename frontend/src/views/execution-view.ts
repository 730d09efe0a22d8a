import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import * as api from "../api";
import "../components/confirm-dialog";
import type { ConfirmDialog } from "../components/confirm-dialog";
import "../components/step-chart";
import { duration, entityName, moment } from "../format";
import { LiveController } from "../live";
import { executionPath, followLink, navigate, PANEL } from "../navigation";
import { shared } from "../styles";
import { type Account, CANCELLABLE, UNDOABLE } from "../types/execution";
import type { Undo, UndoItem } from "../types/undo";
import { ViewElement } from "../view-element";

/** One execution: what became of it, why, and when each step was. */
@customElement("action-engine-execution")
export class ExecutionView extends ViewElement {
  static override styles = [
    shared,
    css`
      .card {
        margin: 16px 0;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
      }
      header h2 {
        flex: 1 1 12em;
        margin: 0;
      }
    `,
  ];

  @property() executionId = "";
  @state() private account: Account | null = null;
  @state() private preview: Undo | null = null;
  @query("action-engine-confirm") private confirm!: ConfirmDialog;

  protected readonly live = new LiveController(
    this,
    ["subscribe"],
    () => this.load(),
    (event) => event.execution_id === this.executionId,
  );

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get("executionId")) {
      this.account = null;
      void this.load();
    }
  }

  private load(): Promise<void> {
    const id = this.executionId;
    return this.fetching(async () => {
      const account = await api.getExecution(this.hass, id);
      if (id === this.executionId) this.account = account;
    });
  }

  protected override render(): TemplateResult {
    return html`<a href="${PANEL}/executions" @click=${followLink}>
        ${this.t("execution.all")}
      </a>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.account === null
        ? html`<p class="quiet">${this.problem ? "" : this.t("loading")}</p>`
        : this.whole(this.account)}`;
  }

  private whole(account: Account): TemplateResult {
    return html`<section class="card">
        <header>
          <h2>${account.name}</h2>
          <span class="badge" role="status">${this.word("state", account.state)}</span>
        </header>
        <p class="quiet">
          ${moment(this.hass, account.created)}
          ${account.duration === null ? nothing : html`· ${duration(this.hass, account.duration)}`}
          ${account.origin ? html`· ${entityName(this.hass, account.origin)}` : nothing}
        </p>
        ${account.final_answer ? html`<p>${account.final_answer}</p>` : nothing}
        ${account.error_message
          ? html`<p class="problem">${account.error_message}</p>`
          : nothing}
        ${account.undo_of
          ? html`<p>
              <a href=${executionPath(account.undo_of)} @click=${followLink}>
                ${this.t("execution.undo_of")}
              </a>
            </p>`
          : nothing}
        ${this.buttons(account)}
      </section>
      ${this.verdict(account)}
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">${this.t("execution.steps")}</h2>
        <action-engine-steps .hass=${this.hass} .account=${account}></action-engine-steps>
      </section>
      ${this.dialog(account)}`;
  }

  private buttons(account: Account): TemplateResult {
    return html`<div class="actions">
      ${CANCELLABLE.has(account.state)
        ? html`<button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>`
        : nothing}
      ${UNDOABLE.has(account.state)
        ? html`<button ?disabled=${this.busy} @click=${this.askUndo}>
            ${this.t("execution.undo")}
          </button>`
        : nothing}
    </div>`;
  }

  private verdict(account: Account): TemplateResult | typeof nothing {
    const { verdict } = account;
    if (!verdict?.decision) return nothing;
    return html`<section class="card" aria-labelledby="verdict">
      <h2 id="verdict">${this.t("execution.verdict")}</h2>
      <p>${this.word("decision", verdict.decision)}</p>
      <ul>
        ${(verdict.reasons ?? []).map((reason) => html`<li>${reason.text}</li>`)}
      </ul>
    </section>`;
  }

  private dialog(account: Account): TemplateResult {
    const items = this.preview?.items ?? [];
    const any = items.some((item) => item.what === "will");
    return html`<action-engine-confirm
      heading=${this.t("undo.title", { name: account.name })}
      yes=${this.t("undo.yes")}
      no=${this.t("back")}
      ?empty=${!any}
      @confirmed=${this.undo}
    >
      ${any ? nothing : html`<p>${this.t("undo.nothing")}</p>`}
      <ul>
        ${items.map((item) => this.item(item))}
      </ul>
    </action-engine-confirm>`;
  }

  private item(item: UndoItem): TemplateResult {
    const name = item.entity_id ? entityName(this.hass, item.entity_id) : item.path;
    return html`<li>
      <strong>${name}</strong>: ${this.word("undo.what", item.what)} – ${item.reason}
    </li>`;
  }

  private readonly cancel = async (): Promise<void> => {
    if (await this.attempt(() => api.cancel(this.hass, this.executionId))) await this.load();
  };

  private readonly askUndo = async (): Promise<void> => {
    const asked = await this.attempt(async () => {
      this.preview = await api.previewUndo(this.hass, this.executionId);
    });
    await this.updateComplete;
    if (asked) this.confirm.open();
  };

  private readonly undo = (): Promise<boolean> =>
    this.attempt(async () => {
      const { execution_id } = await api.undo(this.hass, this.executionId);
      if (execution_id) navigate(executionPath(execution_id));
      else await this.load();
    });
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-execution": ExecutionView;
  }
}
