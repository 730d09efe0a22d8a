import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { duration, number } from "../format";
import { executionPath, followLink } from "../navigation";
import { progressOf } from "../progress";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Live } from "../types/execution";
import { ViewElement } from "../view-element";

/** Rows that are shown; the others are counted. */
const MOST = 8;

/** What runs now, and how far it is. */
@customElement("action-engine-running")
export class RunningList extends ViewElement {
  static override styles = [
    shared,
    css`
      .line > :first-child {
        flex: 1 1 10em;
        min-width: 0;
      }
      progress {
        width: 100%;
        height: 6px;
        accent-color: var(--primary-color, #03a9f4);
      }
    `,
  ];

  @property({ attribute: false }) running: Live[] = [];
  @state() private now = Date.now();
  private clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Only for the time that it takes so far: what is shown comes by itself.
    this.clock = setInterval(() => {
      if (this.running.length) this.now = Date.now();
    }, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  protected override render(): TemplateResult {
    if (!this.running.length) return html`<p class="quiet">${this.t("running.none")}</p>`;
    const more = this.running.length - MOST;
    return html`<ul>
        ${this.running.slice(0, MOST).map((one) => html`<li>${this.line(one)}</li>`)}
      </ul>
      ${more > 0
        ? html`<p class="quiet">
            ${this.t("approval.more", { count: number(this.hass, more) })}
          </p>`
        : nothing}`;
  }

  private line(one: Live): TemplateResult {
    const { steps, known, seconds } = progressOf(one, this.now);
    return html`<div class="line">
        <a href=${executionPath(one.execution_id)} @click=${followLink}>
          <bdi>${honest(one.name)}</bdi>
        </a>
        <span>
          ${this.word("state", one.state)}
          <small class="quiet">
            ${seconds === null ? nothing : duration(this.hass, Math.max(Math.floor(seconds), 1))}
            ${steps === 0 ? nothing : html`· ${this.step(steps, known)}`}
          </small>
        </span>
      </div>
      ${known === null
        ? nothing
        : html`<progress max=${known} value=${steps} aria-label=${this.step(steps, known)}></progress>`}`;
  }

  private step(steps: number, known: number | null): string {
    const step = number(this.hass, steps);
    return known === null
      ? this.t("running.step", { step })
      : this.t("running.step_of", { step, known: number(this.hass, known) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-running": RunningList;
  }
}
