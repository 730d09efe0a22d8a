import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { changesOf, differences, looked, type Change, type Seen } from "../changes";
import { entityName } from "../format";
import { shared } from "../styles";
import type { Happening } from "../types/execution";
import { ViewElement } from "../view-element";

/** Each device before and after an execution, and as it is now. */
@customElement("action-engine-states")
export class StatesTable extends ViewElement {
  static override styles = [
    shared,
    css`
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        text-align: start;
      }
      th,
      td {
        padding: 8px 12px 8px 0;
        text-align: start;
        vertical-align: top;
        font-weight: 400;
        border-top: 1px solid var(--divider-color, #ddd);
      }
      thead th {
        border: none;
        color: var(--secondary-text-color, #666);
        font-size: 0.85rem;
        white-space: nowrap;
        overflow-wrap: normal;
      }
      small {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) timeline: readonly Happening[] = [];

  private changes: Change[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("timeline")) this.changes = changesOf(this.timeline);
  }

  protected override render(): TemplateResult {
    const { changes } = this;
    if (!changes.length) return html`<p class="quiet">${this.t("states.none")}</p>`;
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            ${(["states.device", "states.before", "states.after", "states.now"] as const).map(
              (key) => html`<th scope="col">${this.t(key)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${changes.map((one) => this.row(one))}
        </tbody>
      </table>
    </div>`;
  }

  private row({ entityId, before, after }: Change): TemplateResult {
    return html`<tr>
      <th scope="row" title=${entityId}>${entityName(this.hass, entityId)}</th>
      <td>${this.seen(entityId, before, after)}</td>
      <td>${this.seen(entityId, after, before)}</td>
      <td>${this.now(entityId, after)}</td>
    </tr>`;
  }

  private now(id: string, after: Seen | null): TemplateResult | string {
    const entity = this.hass.states[id];
    if (entity === undefined) return this.t("states.gone");
    if (after === null) return this.stateText(id, entity.state);
    const now = looked(entity, after);
    const moved = now.state !== after.state || differences(after, now).length > 0;
    return html`${this.seen(id, now, after)}
    ${moved ? html`<small class="quiet">${this.t("states.moved")}</small>` : nothing}`;
  }

  private seen(id: string, seen: Seen | null, other: Seen | null): TemplateResult | string {
    if (seen === null) return this.t("states.unknown");
    return html`${this.stateText(id, seen.state)}
    ${differences(other, seen).map(
      ([name, value]) =>
        html`<small class="quiet">${name.replaceAll("_", " ")} ${value}</small>`,
    )}`;
  }

  private stateText(id: string, state: string): string {
    const entity = this.hass.states[id];
    return (entity && this.hass.formatEntityState?.(entity, state)) ?? state;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-states": StatesTable;
  }
}
