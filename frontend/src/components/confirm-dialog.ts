import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { shared } from "../styles";

/** Asks before something that is not to be done by accident; fires `confirmed`. */
@customElement("action-engine-confirm")
export class ConfirmDialog extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @property() heading = "";
  @property() yes = "";
  @property() no = "";
  /** There is nothing to say yes to. */
  @property({ type: Boolean }) empty = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  open(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    // The way back comes first, so it is what has the focus.
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading">${this.heading}</h2>
      <slot></slot>
      <div class="actions">
        <button @click=${this.close}>${this.no}</button>
        <button class="danger" ?hidden=${this.empty} @click=${this.confirm}>
          ${this.yes}
        </button>
      </div>
    </dialog>`;
  }

  private readonly close = (): void => {
    this.dialog.close();
  };

  private readonly confirm = (): void => {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("confirmed"));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-confirm": ConfirmDialog;
  }
}
