import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import * as api from "../api";
import type { Hass } from "../hass";
import { executionPath, navigate } from "../navigation";
import { shared } from "../styles";
import { CANCELLABLE, PAUSABLE, REPEATABLE, UNDOABLE, type Account } from "../types/execution";
import { ViewElement } from "../view-element";
import "./confirm-dialog";
import type { ConfirmDialog } from "./confirm-dialog";
import "./undo-dialog";
import type { UndoDialog } from "./undo-dialog";

/** What is asked about first, since it does something in the home. */
const AGAIN = {
  repeat: api.again,
  retry_from: api.retryFrom,
} satisfies Record<string, (hass: Hass, id: string) => Promise<api.Begun>>;

type Again = keyof typeof AGAIN;

/** All that may be done with an execution as it stands; fires `changed` after it was done. */
@customElement("action-engine-execution-buttons")
export class ExecutionButtons extends ViewElement {
  static override styles = shared;

  @property({ attribute: false }) account!: Account;
  @state() private asked: Again = "repeat";
  @query("action-engine-confirm") private confirm!: ConfirmDialog;
  @query("action-engine-undo") private undo!: UndoDialog;

  protected override render(): TemplateResult {
    const { state: at, undo_of } = this.account;
    return html`<div class="actions">
        ${PAUSABLE.has(at) ? this.button("pause", this.pause) : nothing}
        ${at === "paused" ? this.button("resume", this.resume, "main") : nothing}
        ${CANCELLABLE.has(at) ? this.button("cancel", this.cancel, "danger") : nothing}
        ${at === "failed" ? this.button("retry_from", this.askRetry) : nothing}
        ${REPEATABLE.has(at) && undo_of === null
          ? this.button("repeat", this.askRepeat)
          : nothing}
        ${UNDOABLE.has(at) ? this.button("undo", this.askUndo) : nothing}
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <action-engine-confirm
        heading=${this.t(`execution.${this.asked}.ask`, { name: this.account.name })}
        yes=${this.t(`execution.${this.asked}.yes`)}
        no=${this.t("back")}
        @confirmed=${this.doAgain}
      >
        <p>${this.t(`execution.${this.asked}.what`)}</p>
      </action-engine-confirm>
      <action-engine-undo
        .hass=${this.hass}
        executionId=${this.account.execution_id}
        name=${this.account.name}
        @undone=${this.changed}
      ></action-engine-undo>`;
  }

  private button(
    name: "pause" | "resume" | "cancel" | "retry_from" | "repeat" | "undo",
    click: () => unknown,
    kind = "",
  ): TemplateResult {
    return html`<button class=${kind} ?disabled=${this.busy} @click=${click}>
      ${this.t(`execution.${name}`)}
    </button>`;
  }

  private readonly changed = (): void => {
    this.dispatchEvent(new CustomEvent("changed"));
  };

  private async act(what: (hass: Hass, id: string) => Promise<unknown>): Promise<void> {
    await this.attempt(() => what(this.hass, this.account.execution_id));
    this.changed();
  }

  private readonly pause = (): Promise<void> => this.act(api.pause);
  private readonly resume = (): Promise<void> => this.act(api.resume);
  private readonly cancel = (): Promise<void> => this.act(api.cancel);

  private readonly askRepeat = (): Promise<void> => this.ask("repeat");
  private readonly askRetry = (): Promise<void> => this.ask("retry_from");

  private async ask(what: Again): Promise<void> {
    this.asked = what;
    await this.updateComplete;
    this.confirm.open();
  }

  private readonly doAgain = (): Promise<boolean> =>
    this.attempt(async () => {
      const begun = await AGAIN[this.asked](this.hass, this.account.execution_id);
      navigate(executionPath(begun.execution_id));
    });

  private readonly askUndo = (): Promise<boolean> => this.attempt(() => this.undo.open());
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-execution-buttons": ExecutionButtons;
  }
}
