import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { dayName } from "../day-name";
import { duration, number } from "../format";
import { shared } from "../styles";
import type { Day } from "../types/figures";
import { ViewElement } from "../view-element";

/** The figures of some days as a table, for whoever cannot see the charts. */
@customElement("action-engine-trend-table")
export class TrendTable extends ViewElement {
  static override styles = [
    shared,
    css`
      :host {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.85rem;
      }
      th,
      td {
        padding: 4px;
        text-align: end;
        overflow-wrap: normal;
      }
      th:first-child {
        text-align: start;
        font-weight: 400;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) days: Day[] = [];

  protected override render(): TemplateResult {
    const columns = ["date", "success", "failed", "other", "duration"] as const;
    return html`<table>
      <thead>
        <tr>
          ${columns.map((one) => html`<th scope="col">${this.t(`trend.${one}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.days.map((day) => this.row(day))}
      </tbody>
    </table>`;
  }

  private row(day: Day): TemplateResult {
    return html`<tr>
      <th scope="row">${dayName(this.hass, day.date)}</th>
      ${[day.success, day.failed, day.other].map(
        (count) => html`<td>${number(this.hass, count)}</td>`,
      )}
      <td>${day.seconds === null ? "–" : duration(this.hass, day.seconds)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-trend-table": TrendTable;
  }
}
