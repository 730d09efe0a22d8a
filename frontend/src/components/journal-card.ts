import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import * as api from "../api";
import { moment, number } from "../format";
import { bytes } from "../sizes";
import { shared } from "../styles";
import type { Check, Journal } from "../types/upkeep";
import { ViewElement } from "../view-element";
import "./confirm-dialog";
import type { ConfirmDialog } from "./confirm-dialog";

/** How the journal is, with the buttons to check and to clear it; fires `changed`. */
@customElement("action-engine-journal")
export class JournalCard extends ViewElement {
  static override styles = [
    shared,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(7em, max-content) 1fr;
        gap: 4px 16px;
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
    `,
  ];

  @property({ attribute: false }) journal!: Journal;
  /** What the last button has led to. */
  @state() private told = "";
  @query("action-engine-confirm") private confirm!: ConfirmDialog;

  protected override render(): TemplateResult {
    const { health, size } = this.journal;
    return html`${health.durable
      ? nothing
      : html`<p class="problem" role="status">
          ${this.t("journal.unwell", { reason: health.reason ?? "" })}
        </p>`}
      <dl>
        ${this.row("journal.place", html`<bdi>${health.place}</bdi>`)}
        ${size ? this.sizes(size) : nothing} ${this.row("journal.kept", this.kept())}
        ${this.row("journal.verified", this.verified())}
      </dl>
      <p role="status">${this.busy ? this.t("journal.busy") : this.told}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div class="actions">
        <button ?disabled=${this.busy} @click=${this.verify}>${this.t("journal.verify")}</button>
        <button class="danger" ?disabled=${this.busy} @click=${this.ask}>
          ${this.t("journal.purge")}
        </button>
      </div>
      <action-engine-confirm
        heading=${this.t("journal.purge_ask")}
        yes=${this.t("journal.purge_yes")}
        no=${this.t("back")}
        @confirmed=${this.purge}
      >
        <p>${this.t("journal.purge_what", { kept: this.kept() })}</p>
      </action-engine-confirm>`;
  }

  private row(name: Parameters<typeof this.t>[0], value: unknown): TemplateResult {
    return html`<dt>${this.t(name)}</dt>
      <dd>${value}</dd>`;
  }

  private sizes(size: NonNullable<Journal["size"]>): TemplateResult {
    return html`${size.bytes === null
      ? nothing
      : this.row("journal.size", bytes(this.hass, size.bytes))}
    ${this.row("journal.executions", number(this.hass, size.executions))}
    ${this.row("journal.events", number(this.hass, size.events))}
    ${size.oldest === null
      ? nothing
      : this.row("journal.oldest", moment(this.hass, size.oldest))}`;
  }

  private kept(): string {
    const days = number(this.hass, this.journal.keep_days);
    return this.t("journal.kept_are", {
      days,
      count: number(this.hass, this.journal.keep_count),
    });
  }

  private verified(): string {
    const { verified } = this.journal;
    if (verified === null) return this.t("journal.never");
    return `${moment(this.hass, verified.at)}: ${this.found(verified)}`;
  }

  private found(check: Check): string {
    if (check.first_broken) {
      const { execution_id, why } = check.first_broken;
      return this.t("journal.broken", { execution: execution_id, why });
    }
    const count = number(this.hass, check.executions);
    return check.unknown_key
      ? this.t("journal.partly", { count, unknown: number(this.hass, check.unknown_key) })
      : this.t("journal.whole", { count });
  }

  private readonly ask = (): void => {
    this.confirm.open();
  };

  private readonly verify = (): Promise<void> =>
    this.act(async () => this.found(await api.verifyJournal(this.hass)));

  private readonly purge = (): Promise<void> =>
    this.act(async () => {
      const { keep_days, keep_count } = this.journal;
      const { removed } = await api.purge(this.hass, { keep_days, keep_count });
      return this.t("journal.purged", { count: number(this.hass, removed) });
    });

  private async act(work: () => Promise<string>): Promise<void> {
    const done = await this.attempt(async () => {
      this.told = await work();
    });
    if (done) this.dispatchEvent(new CustomEvent("changed"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-journal": JournalCard;
  }
}
