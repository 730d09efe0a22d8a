import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { chartOf, type Bar, type Segment } from "../bars";
import { actionName, duration, entityName, number, plain } from "../format";
import type { Key } from "../localize";
import { shared } from "../styles";
import type { Account, Failure } from "../types/execution";
import { ViewElement } from "../view-element";

/** The steps of an execution on one time axis; each opens to what went out and came back. */
@customElement("action-engine-steps")
export class StepChart extends ViewElement {
  static override styles = [
    shared,
    css`
      summary {
        cursor: pointer;
        padding: 8px 0;
        display: grid;
        grid-template-columns: minmax(10em, 1fr) minmax(8em, 2fr);
        gap: 4px 16px;
        align-items: center;
      }
      @media (max-width: 600px) {
        summary {
          grid-template-columns: 1fr;
        }
      }
      details {
        border-top: 1px solid var(--divider-color, #ddd);
      }
      .axis {
        position: relative;
        height: 16px;
        background: var(--divider-color, #ddd);
        border-radius: 4px;
      }
      .axis span {
        position: absolute;
        top: 0;
        height: 100%;
        min-width: 3px;
        border-radius: 3px;
      }
      .done {
        background: var(--success-color, #43a047);
      }
      .failed,
      .broken {
        background: var(--error-color, #db4437);
      }
      .waiting {
        background: repeating-linear-gradient(
          45deg,
          var(--warning-color, #ffa600) 0 4px,
          transparent 4px 8px
        );
      }
      .running {
        background: var(--primary-color, #03a9f4);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(6em, max-content) 1fr;
        gap: 4px 16px;
        margin: 0 0 16px;
      }
      dt {
        color: var(--secondary-text-color, #666);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) account!: Account;

  protected override render(): TemplateResult {
    const { bars, seconds } = chartOf(this.account, Date.now() / 1000);
    const omitted = this.account.steps_omitted ?? 0;
    if (!bars.length) return html`<p class="quiet">${this.t("execution.no_steps")}</p>`;
    return html`${bars.map((bar) => this.step(bar))}
      <p class="quiet">0 – ${duration(this.hass, seconds)}</p>
      ${omitted
        ? html`<p>${this.t("execution.omitted", { count: number(this.hass, omitted) })}</p>`
        : nothing}`;
  }

  private step(bar: Bar): TemplateResult {
    const { step } = bar;
    const attempts = step.attempts ?? 0;
    return html`<details>
      <summary>
        <span>
          ${step.alias ?? actionName(step.action)}<br />
          <small class="quiet">
            ${this.word("step.status", step.status)} · ${duration(this.hass, step.duration)}
            ${attempts > 1
              ? html`· ${this.t("step.attempts", { count: number(this.hass, attempts) })}`
              : nothing}
          </small>
        </span>
        <span class="axis" aria-hidden="true">${bar.segments.map(segment)}</span>
      </summary>
      <dl>
        ${this.row("step.targets", this.names(step.targets))}
        ${this.row("step.sent", bar.sent)} ${this.row("step.response", step.response)}
        ${this.row("step.expected", step.expected)} ${this.row("step.seen", this.seen(step.seen))}
        ${this.row("step.failures", this.failures(step.failures))}
        ${this.row("step.error", step.error)} ${this.row("step.note", step.note)}
      </dl>
    </details>`;
  }

  private row(key: Key, value: unknown): TemplateResult | typeof nothing {
    if (value === undefined || value === null) return nothing;
    return html`<dt>${this.t(key)}</dt>
      <dd><pre>${plain(value)}</pre></dd>`;
  }

  private names(ids: string[] = []): string | null {
    return ids.map((id) => entityName(this.hass, id)).join(", ") || null;
  }

  private seen(seen: boolean | undefined): string | null {
    if (seen === undefined) return null;
    return this.t(seen ? "step.seen_yes" : "step.seen_no");
  }

  private failures(failures: Failure[] = []): string | null {
    const lines = failures.map((one, index) => {
      const left = this.names(one.targets);
      const took = duration(this.hass, one.duration);
      return `${index + 1}. ${one.error} (${took})${left ? ` – ${left}` : ""}`;
    });
    return lines.join("\n") || null;
  }
}

const segment = ({ part, start, length }: Segment): TemplateResult =>
  html`<span class=${part} style="left:${start * 100}%;width:${length * 100}%"></span>`;

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-steps": StepChart;
  }
}
