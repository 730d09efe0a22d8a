import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import * as api from "../api";
import { duration, moment } from "../format";
import { LiveController } from "../live";
import { executionPath, followLink } from "../navigation";
import { shared } from "../styles";
import { type Filter, type Row, STATES, type State } from "../types/execution";
import type { Policy } from "../types/settings";
import { ViewElement } from "../view-element";

const PAGE = 25;
/** Most that the API gives at once. */
const MOST = 500;

/** All executions, the newest first. */
@customElement("action-engine-executions")
export class ExecutionsView extends ViewElement {
  static override styles = [
    shared,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: end;
        margin-bottom: 16px;
      }
      .line .badge {
        margin-inline-end: 8px;
      }
      .failed {
        border-color: var(--error-color, #db4437);
      }
    `,
  ];

  @state() private rows: Row[] | null = null;
  @state() private policies: Policy[] = [];
  private next: string | null = null;
  private filter: Filter = {};
  /** Counts the filters that were set: an answer to an earlier one is not shown. */
  private asked = 0;

  protected readonly live = new LiveController(
    this,
    ["subscribe"],
    () => this.load(),
    (event) => event.kind !== "step",
  );

  /** Reads anew as much as is shown. */
  private load(): Promise<void> {
    const asked = ++this.asked;
    const limit = Math.min(Math.max(this.rows?.length ?? 0, PAGE), MOST);
    return this.fetching(async () => {
      const [page, settings] = await Promise.all([
        api.listExecutions(this.hass, { ...this.filter, limit }),
        api.settings(this.hass),
      ]);
      if (asked !== this.asked) return;
      this.policies = settings.policies;
      this.rows = page.executions;
      this.next = page.next;
    });
  }

  protected override render(): TemplateResult {
    return html`${this.form()}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.rows?.length
        ? html`<ul class="card">
            ${repeat(
              this.rows,
              (row) => row.execution_id,
              (row) => this.row(row),
            )}
          </ul>`
        : html`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.next
        ? html`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>`
        : nothing}`;
  }

  private standing(): string {
    if (this.rows !== null) return this.t("executions.none");
    return this.problem ? "" : this.t("loading");
  }

  private form(): TemplateResult {
    return html`<form @submit=${this.apply}>
      <label>
        ${this.t("filter.state")}
        <select name="state">
          <option value="">${this.t("filter.all")}</option>
          ${STATES.map(
            (one) => html`<option value=${one}>${this.word("state", one)}</option>`,
          )}
        </select>
      </label>
      <label>
        ${this.t("filter.policy")}
        <select name="policy">
          <option value="">${this.t("filter.all")}</option>
          ${this.policies.map(
            (one) => html`<option value=${one.policy_id}>${one.name}</option>`,
          )}
        </select>
      </label>
      <label>${this.t("filter.entity")}<input name="entity_id" /></label>
      <label>${this.t("filter.action")}<input name="action" /></label>
      <button>${this.t("filter.apply")}</button>
    </form>`;
  }

  private row(row: Row): TemplateResult {
    return html`<li>
      <div class="line">
        <span>
          <a href=${executionPath(row.execution_id)} @click=${followLink}>${row.name}</a>
          ${row.error_message
            ? html`<br /><small class="quiet">${row.error_message}</small>`
            : nothing}
        </span>
        <span>
          <span class="badge ${row.state === "failed" || row.state === "unknown" ? "failed" : ""}">
            ${this.word("state", row.state)}
          </span>
          <small class="quiet">
            ${moment(this.hass, row.created)}
            ${row.duration === null ? nothing : duration(this.hass, row.duration)}
          </small>
        </span>
      </div>
    </li>`;
  }

  private readonly apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string): string => (form.get(name) as string).trim();
    const [state, policy] = [text("state"), text("policy")];
    const [entity_id, action] = [text("entity_id"), text("action")];
    this.filter = {
      ...(state ? { states: [state as State] } : {}),
      ...(policy ? { policy } : {}),
      ...(entity_id ? { entity_id } : {}),
      ...(action ? { action } : {}),
    };
    this.rows = null;
    this.next = null;
    void this.load();
  };

  private readonly older = (): Promise<boolean> =>
    this.attempt(async () => {
      const asked = this.asked;
      const filter = { ...this.filter, limit: PAGE, before: this.next ?? "" };
      const page = await api.listExecutions(this.hass, filter);
      if (asked !== this.asked) return;
      this.rows = [...(this.rows ?? []), ...page.executions];
      this.next = page.next;
    });
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-executions": ExecutionsView;
  }
}
