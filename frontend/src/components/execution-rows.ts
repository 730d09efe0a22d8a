import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { duration, entityName, moment } from "../format";
import { executionPath, followLink } from "../navigation";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Row } from "../types/execution";
import type { Policy } from "../types/settings";
import { ViewElement } from "../view-element";

const BAD: ReadonlySet<string> = new Set(["failed", "unknown", "denied"]);

/** Executions as rows. Each is drawn when it is new or has changed, and not else. */
@customElement("action-engine-rows")
export class ExecutionRows extends ViewElement {
  static override styles = [
    shared,
    css`
      li {
        content-visibility: auto;
        contain-intrinsic-size: auto 62px;
      }
      .line {
        flex-wrap: nowrap;
      }
      .line > span:first-child {
        flex: 1 1 auto;
        min-width: 0;
      }
      .line > span:last-child {
        display: flex;
        flex-direction: column;
        align-items: end;
        text-align: end;
        gap: 2px;
      }
      .failed {
        border-color: var(--error-color, #db4437);
      }
      a {
        display: inline-block;
        padding: 2px 0;
      }
    `,
  ];

  @property({ attribute: false }) rows: Row[] = [];
  @property({ attribute: false }) policies: Policy[] = [];

  protected override render(): TemplateResult {
    // Home Assistant hands over a new `hass` with every change of any state.
    const { rows, policies } = this;
    const { locale } = this.hass;
    return html`<ul class="card">
      ${guard([rows, policies, locale], () =>
        repeat(
          rows,
          (row) => row.execution_id,
          (row) => html`<li>
            ${guard([row, policies, locale], () => this.row(row))}
          </li>`,
        ),
      )}
    </ul>`;
  }

  private row(row: Row): TemplateResult {
    return html`<div class="line">
      <span>
        <a href=${executionPath(row.execution_id)} @click=${followLink}><bdi>${honest(row.name)}</bdi></a>
        ${row.error_message
          ? html`<br /><small class="quiet"><bdi>${honest(row.error_message)}</bdi></small>`
          : nothing}
        ${this.source(row)}
      </span>
      <span>
        <span class="badge ${BAD.has(row.state) ? "failed" : ""}">
          ${this.word("state", row.state)}
        </span>
        <small class="quiet">
          ${moment(this.hass, row.created)}
          ${row.duration === null ? nothing : `· ${duration(this.hass, row.duration)}`}
        </small>
      </span>
    </div>`;
  }

  private source(row: Row): TemplateResult | typeof nothing {
    const policy = this.policies.find((one) => one.policy_id === row.policy)?.name;
    const parts = [row.origin ? entityName(this.hass, row.origin) : null, policy].filter(
      (part) => part != null,
    );
    if (!parts.length) return nothing;
    return html`<br /><small class="quiet">
        ${parts.map((part, at) => html`${at ? " · " : nothing}<bdi>${part}</bdi>`)}
      </small>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-rows": ExecutionRows;
  }
}
