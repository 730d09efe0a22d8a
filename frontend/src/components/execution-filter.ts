import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { followLink, PANEL } from "../navigation";
import { filterOf, queryOf } from "../search";
import { shared } from "../styles";
import { ASKED_BY, type Filter, STATES } from "../types/execution";
import type { Policy } from "../types/settings";
import { ViewElement } from "../view-element";
import { fieldOf, momentOf } from "../zoned";

/** What is looked for among executions; fires `wanted` with the query of it. */
@customElement("action-engine-filter")
export class ExecutionFilter extends ViewElement {
  static override styles = [
    shared,
    css`
      summary {
        cursor: pointer;
        padding: 8px 0;
      }
      form {
        display: grid;
        gap: 12px 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
        align-items: end;
        padding-bottom: 16px;
      }
      fieldset {
        grid-column: 1 / -1;
        border: none;
        margin: 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
      }
      legend {
        font-size: 0.85rem;
        color: var(--secondary-text-color, #666);
      }
      fieldset label {
        flex-direction: row;
        align-items: center;
        gap: 8px;
        min-height: 36px;
        font-size: 1rem;
        color: inherit;
      }
      fieldset input {
        min-height: 0;
        width: 20px;
        height: 20px;
        margin: 0;
      }
      .actions {
        grid-column: 1 / -1;
        align-items: center;
        margin: 0;
      }
      input,
      select {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) filter: Filter = {};
  @property({ attribute: false }) policies: Policy[] = [];

  @query("details") private details!: HTMLDetailsElement;

  protected override render(): TemplateResult {
    const { filter } = this;
    const count = Object.keys(filter).length;
    // On a phone it would cover what was found.
    return html`<details ?open=${count > 0 && !isSmall()}>
      <summary>
        ${count ? this.t("filter.some", { count }) : this.t("filter")}
      </summary>
      <form @submit=${this.apply}>
        <fieldset>
          <legend>${this.t("filter.state")}</legend>
          ${STATES.map(
            (one) => html`<label>
              <input
                type="checkbox"
                name="state"
                value=${one}
                .checked=${filter.states?.includes(one) ?? false}
              />
              ${this.word("state", one)}
            </label>`,
          )}
        </fieldset>
        ${this.text("name", "filter.name", filter.name)}
        ${this.choice("by", "filter.by", filter.asked_by, this.askers())}
        ${this.choice("policy", "filter.policy", filter.policy, this.policyNames())}
        ${this.text("entity", "filter.entity", filter.entity_id)}
        ${this.text("action", "filter.action", filter.action)}
        ${this.time("since", "filter.since", filter.since)}
        ${this.time("until", "filter.until", filter.until)}
        <div class="actions">
          <button class="main">${this.t("filter.apply")}</button>
          <a href="${PANEL}/executions" @click=${followLink}>${this.t("filter.clear")}</a>
        </div>
      </form>
    </details>`;
  }

  private text(
    name: string,
    label: Parameters<typeof this.t>[0],
    value = "",
  ): TemplateResult {
    return html`<label>
      ${this.t(label)}
      <input name=${name} maxlength="255" autocomplete="off" .value=${value} />
    </label>`;
  }

  private time(
    name: string,
    label: Parameters<typeof this.t>[0],
    value = "",
  ): TemplateResult {
    const shown = fieldOf(this.hass, value);
    return html`<label>
      ${this.t(label)}
      <input type="datetime-local" name=${name} .value=${shown} />
    </label>`;
  }

  private choice(
    name: string,
    label: Parameters<typeof this.t>[0],
    value: string | undefined,
    options: [string, string][],
  ): TemplateResult {
    return html`<label>
      ${this.t(label)}
      <select name=${name}>
        <option value="" ?selected=${value === undefined}>${this.t("filter.all")}</option>
        ${options.map(
          ([one, text]) => html`<option value=${one} ?selected=${one === value}>${text}</option>`,
        )}
      </select>
    </label>`;
  }

  private askers(): [string, string][] {
    return ASKED_BY.map((one) => [one, this.word("asked_by", one)]);
  }

  private policyNames(): [string, string][] {
    return this.policies.map((one) => [one.policy_id, one.name]);
  }

  private readonly apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const given = new URLSearchParams();
    for (const [name, value] of form) {
      if (typeof value === "string") given.append(name, value);
    }
    for (const name of ["since", "until"]) {
      given.set(name, momentOf(this.hass, given.get(name) ?? ""));
    }
    const wanted = queryOf(filterOf(given.toString()));
    if (isSmall()) this.details.open = false;
    this.dispatchEvent(new CustomEvent("wanted", { detail: wanted }));
  };
}

const isSmall = (): boolean => window.innerWidth <= 600;

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-filter": ExecutionFilter;
  }
}
