import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import * as api from "../api";
import { dayName } from "../day-name";
import { duration, number, percent } from "../format";
import { LiveController } from "../live";
import { shared } from "../styles";
import { barsOf, linesOf, type Point, sum } from "../trend";
import type { Day, Figures } from "../types/figures";
import { ViewElement } from "../view-element";
import "./trend-table";

const WIDTH = 280;
const HEIGHT = 64;
const LINE = 28;
/** Milliseconds: the last days change slowly. */
const GATHER = 5000;

/** A day by itself is a dash: a line of one point is nothing. */
const pair = ({ x, y }: Point): string => `${x - 3},${y} ${x + 3},${y}`;

/** The last days: how many executions, how many went well, how long they took. */
@customElement("action-engine-trend")
export class TrendCard extends ViewElement {
  static override styles = [
    shared,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: space-between;
        align-items: end;
      }
      header p {
        font-size: 1.6rem;
        line-height: 1.2;
      }
      header small {
        display: block;
        font-size: 0.85rem;
      }
      svg {
        display: block;
        width: 100%;
        height: 88px;
        margin: 8px 0;
      }
      svg.line {
        height: 36px;
      }
      .success {
        fill: var(--success-color, #43a047);
      }
      .failed {
        fill: var(--error-color, #db4437);
      }
      .other {
        fill: var(--disabled-text-color, #bdbdbd);
      }
      .base {
        stroke: var(--divider-color, #ddd);
      }
      polyline {
        fill: none;
        stroke: var(--primary-color, #03a9f4);
        stroke-width: 2;
        stroke-linecap: round;
        vector-effect: non-scaling-stroke;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        font-size: 0.85rem;
      }
      .legend li::before {
        content: "";
        display: inline-block;
        width: 10px;
        height: 10px;
        margin-inline-end: 6px;
        border-radius: 2px;
        background: var(--colour);
      }
      summary {
        cursor: pointer;
        padding: 8px 0;
      }
    `,
  ];

  @state() private figures: Figures | null = null;
  @state() private days = 7;

  protected readonly live = new LiveController(
    this,
    ["subscribe"],
    () => this.load(),
    (event) => event.kind === "execution",
    GATHER,
  );

  private load(): Promise<void> {
    const { days } = this;
    return this.fetching(async () => {
      const figures = await api.figures(this.hass, days);
      if (days === this.days) this.figures = figures;
    });
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="trend">
      <h2 id="trend">${this.t("trend")}</h2>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.figures ? this.shown(this.figures) : nothing}
    </section>`;
  }

  private shown({ days, success_rate }: Figures): TemplateResult {
    const total = days.reduce((all, one) => all + sum(one), 0);
    const decided = days.reduce((all, one) => all + one.success + one.failed, 0);
    return html`<header>
        <p>
          ${success_rate === null ? "–" : percent(this.hass, success_rate)}
          <small class="quiet">
            ${this.t("trend.rate", {
              decided: number(this.hass, decided),
              total: number(this.hass, total),
            })}
          </small>
        </p>
        <label>
          ${this.t("trend.days")}
          <select @change=${this.choose}>
            ${[7, 14].map(
              (n) => html`<option value=${n} ?selected=${n === this.days}>
                ${this.t("trend.last", { days: number(this.hass, n) })}
              </option>`,
            )}
          </select>
        </label>
      </header>
      ${total ? this.charts(days) : html`<p class="quiet">${this.t("trend.none")}</p>`}`;
  }

  private charts(days: Day[]): TemplateResult {
    return html`${this.bars(days)}
      <ul class="legend quiet">
        <li style="--colour:var(--success-color, #43a047)">${this.t("trend.success")}</li>
        <li style="--colour:var(--error-color, #db4437)">${this.t("trend.failed")}</li>
        <li style="--colour:var(--disabled-text-color, #bdbdbd)">${this.t("trend.other")}</li>
      </ul>
      ${days.some((one) => one.seconds !== null) ? this.durations(days) : nothing}
      <details>
        <summary>${this.t("trend.table")}</summary>
        <action-engine-trend-table .hass=${this.hass} .days=${days}></action-engine-trend-table>
      </details>`;
  }

  private bars(days: Day[]): TemplateResult {
    const label = days.map((one) => this.told(one)).join("; ");
    return html`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
      aria-label="${this.t("trend")}: ${label}"
    >
      <line class="base" x1="0" x2=${WIDTH} y1=${HEIGHT} y2=${HEIGHT} />
      ${barsOf(days, WIDTH, HEIGHT).map(
        (bar): SVGTemplateResult =>
          svg`<rect class=${bar.part} x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} />`,
      )}
    </svg>`;
  }

  private durations(days: Day[]): TemplateResult {
    return html`<h3>${this.t("trend.duration")}: ${this.range(days)}</h3>
      <svg
        class="line"
        viewBox="0 -3 ${WIDTH} ${LINE + 6}"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        ${linesOf(days, WIDTH, LINE).map(
          (line) => svg`<polyline points=${line.map(pair).join(" ")} />`,
        )}
      </svg>`;
  }

  private range(days: Day[]): string {
    const all = days.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
    const [low, high] = [Math.min(...all), Math.max(...all)].map((one) =>
      duration(this.hass, one),
    );
    return low === high ? String(low) : `${low} – ${high}`;
  }

  private told(one: Day): string {
    return this.t("trend.day", {
      day: dayName(this.hass, one.date),
      success: number(this.hass, one.success),
      failed: number(this.hass, one.failed),
    });
  }

  private readonly choose = (event: Event): void => {
    this.days = Number((event.target as HTMLSelectElement).value);
    void this.load();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-trend": TrendCard;
  }
}
