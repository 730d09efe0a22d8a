import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import * as api from "../api";
import { entityName } from "../format";
import { executionPath, navigate } from "../navigation";
import { shared } from "../styles";
import type { Undo, UndoItem } from "../types/undo";
import { ViewElement } from "../view-element";
import "./confirm-dialog";
import type { ConfirmDialog } from "./confirm-dialog";

/** In the order in which they matter to whoever decides. */
const GROUPS = ["will", "skipped", "asks", "impossible", "nothing"] as const;

/** Shows what an undo would do before it does it; fires `undone` if nothing has begun. */
@customElement("action-engine-undo")
export class UndoDialog extends ViewElement {
  static override styles = shared;

  @property() executionId = "";
  @property() name = "";
  @state() private preview: Undo | null = null;
  @query("action-engine-confirm") private confirm!: ConfirmDialog;

  /** Asks what would be, and shows it; the error if that cannot be told. */
  async open(): Promise<void> {
    this.preview = await api.previewUndo(this.hass, this.executionId);
    await this.updateComplete;
    this.confirm.open();
  }

  protected override render(): TemplateResult {
    const items = this.preview?.items ?? [];
    const any = items.some((item) => item.what === "will");
    return html`<action-engine-confirm
        heading=${this.t("undo.title", { name: this.name })}
        yes=${this.t("undo.yes")}
        no=${this.t("back")}
        ?empty=${!any}
        @confirmed=${this.undo}
      >
        ${any ? nothing : html`<p>${this.t("undo.nothing")}</p>`}
        ${GROUPS.map((group) => this.group(group, items.filter((one) => one.what === group)))}
      </action-engine-confirm>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}`;
  }

  private group(what: string, items: UndoItem[]): TemplateResult | typeof nothing {
    if (!items.length) return nothing;
    return html`<section aria-label=${this.word("undo.what", what)}>
      <h3>${this.word("undo.what", what)}</h3>
      <ul>
        ${items.map(
          (item) => html`<li>
            <strong>${item.entity_id ? entityName(this.hass, item.entity_id) : item.path}</strong>
            – ${item.reason}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private readonly undo = (): Promise<boolean> =>
    this.attempt(async () => {
      const { execution_id } = await api.undo(this.hass, this.executionId);
      if (execution_id) navigate(executionPath(execution_id));
      else this.dispatchEvent(new CustomEvent("undone"));
    });
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-undo": UndoDialog;
  }
}
