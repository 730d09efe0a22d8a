import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import * as api from "../api";
import { moment, number } from "../format";
import { shared } from "../styles";
import type { Check } from "../types/upkeep";
import type { Happening } from "../types/execution";
import { ViewElement } from "../view-element";

const PAGE = 100;

/** All that was written down, in its order; administrators have it verified. */
@customElement("action-engine-audit")
export class AuditChain extends ViewElement {
  static override styles = [
    shared,
    css`
      summary {
        cursor: pointer;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: 4em minmax(9em, max-content) 8em 1fr;
        gap: 0 12px;
        padding: 4px 0;
        border-top: 1px solid var(--divider-color, #ddd);
        font-size: 0.85rem;
      }
      @media (max-width: 600px) {
        li {
          grid-template-columns: 3em 1fr;
        }
        li span:nth-child(3),
        li span:nth-child(4) {
          grid-column: 2;
        }
      }
    `,
  ];

  @property({ attribute: false }) timeline: readonly Happening[] = [];
  @state() private isOpen = false;
  @state() private shown = PAGE;
  @state() private report: Check | null = null;

  protected override render(): TemplateResult {
    const count = this.timeline.length;
    return html`<details @toggle=${this.toggled}>
      <summary>${this.t("audit.title", { count: number(this.hass, count) })}</summary>
      ${this.isOpen ? this.chain() : nothing}
    </details>`;
  }

  private chain(): TemplateResult {
    return html`<p class="quiet">${this.t("audit.what")}</p>
      <ol>
        ${this.timeline.slice(0, this.shown).map(
          (one) => html`<li>
            <span>${number(this.hass, one.seq)}</span>
            <span>${moment(this.hass, one.at)}</span>
            <span>${this.word("event", one.kind)}</span>
            <span>${this.detail(one)}</span>
          </li>`,
        )}
      </ol>
      <div class="actions">
        ${this.shown < this.timeline.length
          ? html`<button @click=${this.more}>${this.t("audit.more")}</button>`
          : nothing}
        ${this.hass.user?.is_admin
          ? html`<button ?disabled=${this.busy} @click=${this.verify}>
              ${this.t("audit.verify")}
            </button>`
          : nothing}
      </div>
      <p role="status">${this.report === null ? "" : this.said(this.report)}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}`;
  }

  /** Where it was; of a move, to which state. */
  private detail({ kind, path, data }: Happening): string {
    const to = kind === "moved" && typeof data === "object" && data !== null && "to" in data;
    return to ? this.word("state", String(data.to)) : path;
  }

  private said(report: Check): string {
    const counts = {
      events: number(this.hass, report.events),
      executions: number(this.hass, report.executions),
    };
    if (report.first_broken !== null) {
      const { execution_id, seq, why } = report.first_broken;
      const where = seq === null ? execution_id : `${execution_id}, ${number(this.hass, seq)}`;
      return this.t("audit.broken", { where, why });
    }
    const unknown = report.unknown_key
      ? ` ${this.t("audit.unknown", { count: number(this.hass, report.unknown_key) })}`
      : "";
    return this.t("audit.holds", counts) + unknown;
  }

  private readonly toggled = (event: Event): void => {
    this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
  };

  private readonly more = (): void => {
    this.shown += PAGE;
  };

  private readonly verify = (): Promise<boolean> =>
    this.attempt(async () => {
      this.report = null;
      this.report = await api.verifyJournal(this.hass);
    });
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-audit": AuditChain;
  }
}
