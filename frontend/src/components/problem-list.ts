import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { number } from "../format";
import { shared } from "../styles";
import type { Problem } from "../types/trial";
import { ViewElement } from "../view-element";

/** The line has a button of its own. */
const withoutLine = (place: string): string =>
  place.replace(/ ?\(?line \d+, column \d+\)?$/, "");

/** What is wrong with a text; fires `spot` with the problem whose line is wanted. */
@customElement("action-engine-problems")
export class ProblemList extends ViewElement {
  static override styles = [
    shared,
    css`
      li {
        border-inline-start: 4px solid var(--error-color, #db4437);
        padding: 4px 12px;
        margin: 12px 0;
        overflow-wrap: anywhere;
      }
      li:last-child {
        margin-bottom: 0;
      }
      code {
        font-size: 0.9rem;
      }
      button {
        min-height: 32px;
        margin-inline-end: 8px;
      }
    `,
  ];

  @property({ attribute: false }) problems: Problem[] = [];

  protected override render(): TemplateResult {
    return html`<ul>
      ${this.problems.map((one) => this.line(one))}
    </ul>`;
  }

  private line(one: Problem): TemplateResult {
    const { came, expected, line, place } = one;
    return html`<li>
      ${line === null
        ? nothing
        : html`<button
            @click=${() => {
              this.show(one);
            }}
          >
            ${this.t("try.line", { line: number(this.hass, line) })}
          </button>`}
      <code>${withoutLine(place)}</code>
      ${came && expected
        ? html`<br />${this.t("try.came", { came })}<br />${this.t("try.expected", { expected })}`
        : html`<br />${one.message}`}
    </li>`;
  }

  private show(detail: Problem): void {
    this.dispatchEvent(new CustomEvent<Problem>("spot", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-problems": ProblemList;
  }
}
