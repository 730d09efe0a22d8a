import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { chartOf, placed, TimelineIndex, type Bar, type Chart } from "../bars";
import { FrameClock } from "../clock";
import { actionName, duration, number } from "../format";
import { shared } from "../styles";
import type { Account, Step } from "../types/execution";
import { ViewElement } from "../view-element";
import { stepDetails } from "./step-details";
import { chartStyles } from "./step-styles";

/** Rows that are made in one frame: making a thousand takes longer than a frame may. */
const AT_ONCE = 40;

/**
 * The steps of an execution on one time axis; each opens to what went out and came back.
 * While it runs, only two numbers change with time, and all bars follow them by their style.
 */
@customElement("action-engine-steps")
export class StepChart extends ViewElement {
  static override styles = [
    shared,
    chartStyles,
    css`
      details {
        content-visibility: auto;
        contain-intrinsic-size: auto 58px;
      }
    `,
  ];

  @property({ attribute: false }) account!: Account;
  /** Seconds since the epoch, as the server has it. */
  @property({ attribute: false }) now: () => number = () => Date.now() / 1000;
  @state() private open: ReadonlySet<string> = new Set<string>();
  @state() private made = AT_ONCE;
  private index = new TimelineIndex([]);
  private chart: Chart = { bars: [], begin: 0, seconds: 0 };
  private making = 0;

  protected readonly clock = new FrameClock(
    this,
    () => this.chart.seconds === null,
    () => {
      this.setTime();
    },
  );

  /** Opens a step, and shows it. */
  async show(path: string): Promise<void> {
    const at = this.chart.bars.findIndex((bar) => bar.step.path === path);
    if (at < 0) return;
    this.made = Math.max(this.made, at + 1);
    this.open = new Set([...this.open, path]);
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll("details")[at];
    row?.scrollIntoView({ block: "center" });
    row?.querySelector("summary")?.focus({ preventScroll: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.making);
    this.making = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("account")) return;
    const { timeline } = this.account;
    if (timeline !== this.index.timeline) this.index = new TimelineIndex(timeline);
    this.chart = chartOf(this.account, this.index);
  }

  protected override updated(): void {
    this.setTime();
    if (this.made >= this.chart.bars.length || this.making) return;
    this.making = requestAnimationFrame(() => {
      this.making = 0;
      this.made += AT_ONCE;
    });
  }

  private setTime(): void {
    const { begin, seconds } = this.chart;
    const now = Math.max(seconds ?? this.now() - begin, 0.0001);
    this.style.setProperty("--now", now.toFixed(4));
    this.style.setProperty("--axis", now.toFixed(4));
  }

  protected override render(): TemplateResult {
    const { bars, seconds } = this.chart;
    if (!bars.length) return html`<p class="quiet">${this.t("execution.no_steps")}</p>`;
    const omitted = Math.max(
      0,
      (this.account.steps_omitted ?? 0) - (bars.length - (this.account.steps?.length ?? 0)),
    );
    const { locale } = this.hass;
    return html`${repeat(
        bars.slice(0, this.made),
        (bar) => bar.step.path,
        (bar) =>
          guard([...this.facts(bar), locale], () => this.row(bar)),
      )}
      <p class="quiet">${seconds === null ? nothing : html`0 – ${duration(this.hass, seconds)}`}</p>
      ${omitted
        ? html`<p>${this.t("execution.omitted", { count: number(this.hass, omitted) })}</p>`
        : nothing}`;
  }

  /** All that a row shows: it is made anew when one of them changes. */
  private facts({ step, sent, segments }: Bar): unknown[] {
    const { alias, action, status, duration: took, attempts, failures } = step;
    const shown = [alias, action, status, took, attempts, failures?.length, segments[0]?.start];
    return this.open.has(step.path) ? [...shown, step, sent] : shown;
  }

  private row(bar: Bar): TemplateResult {
    const { step } = bar;
    const isOpen = this.open.has(step.path);
    return html`<details
      .open=${isOpen}
      data-path=${step.path}
      @toggle=${(event: Event) => {
        this.toggled(step.path, event.currentTarget);
      }}
    >
      <summary>
        <span>
          ${step.alias ?? actionName(step.action)}<br />
          <small class="quiet">${this.standing(step)}</small>
        </span>
        <span class="axis" aria-hidden="true"
          >${bar.segments.map(
            (one) => html`<span class=${one.part} style=${placed(one)}></span>`,
          )}</span
        >
      </summary>
      ${isOpen ? stepDetails(this.hass, bar) : nothing}
    </details>`;
  }

  private standing(step: Step): string {
    const parts = [this.word("step.status", step.status)];
    const wait = step.failures?.at(-1)?.delay;
    if (step.status === "attempt_failed" && typeof wait === "number") {
      parts.push(this.t("step.again", { time: duration(this.hass, wait) }));
    }
    if (step.duration) parts.push(duration(this.hass, step.duration));
    const attempts = step.attempts ?? 0;
    if (attempts > 1) parts.push(this.t("step.attempts", { count: number(this.hass, attempts) }));
    return parts.join(" · ");
  }

  private toggled(path: string, target: EventTarget | null): void {
    const isOpen = target instanceof HTMLDetailsElement && target.open;
    if (isOpen === this.open.has(path)) return;
    const open = new Set(this.open);
    if (isOpen) open.add(path);
    else open.delete(path);
    this.open = open;
    if (isOpen) this.dispatchEvent(new CustomEvent("step-opened", { detail: { path } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-steps": StepChart;
  }
}
