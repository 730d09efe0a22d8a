import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as api from "../api";
import "../components/execution-filter";
import "../components/execution-rows";
import type { ExecutionRows } from "../components/execution-rows";
import { number } from "../format";
import { LiveController } from "../live";
import { navigate, PANEL } from "../navigation";
import { longer, MOST, moved, newer, renewed, type Shown } from "../rows";
import { filterOf, queryOf } from "../search";
import { shared } from "../styles";
import type { Filter, Page, State } from "../types/execution";
import type { Policy } from "../types/settings";
import type { StreamEvent } from "../types/stream";
import { ViewElement } from "../view-element";

const PAGE = 50;
const ADDRESS = `${PANEL}/executions`;

/** All executions, the newest first; what is looked for stands in the address. */
@customElement("action-engine-executions")
export class ExecutionsView extends ViewElement {
  static override styles = [
    shared,
    css`
      .new {
        position: sticky;
        top: 64px;
        z-index: 1;
        text-align: center;
        height: 0;
      }
      .new button {
        background: var(--card-background-color, #fff);
        box-shadow: 0 2px 6px rgb(0 0 0 / 30%);
      }
    `,
  ];

  @state() private shown: Shown | null = null;
  /** A newer page that is not shown yet: somebody reads further down. */
  @state() private waiting: Page | null = null;
  @state() private filter: Filter = filterOf(location.search);
  @state() private policies: Policy[] | null = null;
  @query("action-engine-rows") private list!: ExecutionRows | null;
  /** Counts the filters that were set: an answer to an earlier one is not shown. */
  private asked = 0;
  /** States that were heard of since rows were last read. */
  private readonly heard = new Map<string, State>();

  protected readonly live = new LiveController(
    this,
    ["subscribe"],
    () => this.load(),
    (event) => this.hear(event),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("popstate", this.follow);
    window.addEventListener("location-changed", this.follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("popstate", this.follow);
    window.removeEventListener("location-changed", this.follow);
  }

  /** Reads one page, however many are shown. */
  private load(): Promise<void> {
    const { asked } = this;
    return this.fetching(async () => {
      const [page, policies] = await Promise.all([
        api.listExecutions(this.hass, { ...this.filter, limit: PAGE }),
        this.policies ?? this.loadPolicies(),
      ]);
      if (asked !== this.asked) return;
      this.policies = policies;
      this.take(page);
    });
  }

  private async loadPolicies(): Promise<Policy[]> {
    return (await api.settings(this.hass)).policies;
  }

  private take(page: Page): void {
    const known = this.shown;
    if (known === null || !this.isRead()) {
      this.shown = known === null ? { rows: page.executions, next: page.next } : renewed(known, page);
      this.waiting = null;
    } else {
      this.waiting = newer(known, page) ? page : null;
      this.shown = { ...known, rows: moved(known.rows, this.heard) };
    }
    this.heard.clear();
  }

  /** Somebody has scrolled into the list, or is in it by keyboard: nothing may move. */
  private isRead(): boolean {
    const list = this.list;
    if (!list) return false;
    return list.getBoundingClientRect().top < 0 || list.matches(":focus-within");
  }

  private hear(event: StreamEvent): boolean {
    if (event.kind === "step") return false;
    if (event.state !== undefined) this.heard.set(event.execution_id, event.state);
    return true;
  }

  protected override render(): TemplateResult {
    return html`<action-engine-filter
        .hass=${this.hass}
        .filter=${this.filter}
        .policies=${this.policies ?? []}
        @wanted=${this.look}
      ></action-engine-filter>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div class="new" role="status">${this.news()}</div>
      ${this.shown?.rows.length
        ? html`<action-engine-rows
            .hass=${this.hass}
            .rows=${this.shown.rows}
            .policies=${this.policies ?? []}
          ></action-engine-rows>`
        : html`<p role="status" class="quiet">${this.standing()}</p>`}
      ${this.shown?.next
        ? html`<div class="actions">
            <button ?disabled=${this.busy} @click=${this.older}>
              ${this.t("executions.older")}
            </button>
          </div>`
        : nothing}`;
  }

  private news(): TemplateResult | typeof nothing {
    const { shown, waiting } = this;
    if (shown && waiting) {
      const count = newer(shown, waiting);
      const more = count === waiting.executions.length && waiting.next !== null;
      const key = more ? "executions.new_many" : "executions.new";
      return html`<button @click=${this.newest}>
        ${this.t(key, { count: number(this.hass, count) })}
      </button>`;
    }
    if (shown && shown.rows.length >= MOST) {
      return html`<button @click=${this.newest}>${this.t("executions.newest")}</button>`;
    }
    return nothing;
  }

  private standing(): string {
    if (this.shown !== null) return this.t("executions.none");
    return this.problem ? "" : this.t("loading");
  }

  private readonly look = (event: CustomEvent<string>): void => {
    navigate(`${ADDRESS}${event.detail}`);
  };

  /** Goes where the address is now: by a button, by a link, or back. */
  private readonly follow = (): void => {
    const filter = filterOf(location.search);
    const same = queryOf(filter) === queryOf(this.filter);
    if (location.pathname !== ADDRESS || same) return;
    this.filter = filter;
    this.begin();
  };

  private begin(): void {
    this.asked += 1;
    this.shown = null;
    this.waiting = null;
    void this.load();
  }

  private readonly newest = (): void => {
    this.begin();
    window.scrollTo({ top: 0 });
  };

  private readonly older = (): Promise<boolean> =>
    this.attempt(async () => {
      const { asked, shown } = this;
      if (!shown) return;
      const filter = { ...this.filter, limit: PAGE, before: shown.next ?? "" };
      const page = await api.listExecutions(this.hass, filter);
      if (asked === this.asked) this.shown = longer(this.shown ?? shown, page);
    });
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-executions": ExecutionsView;
  }
}
