import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import * as api from "../api";
import "../components/assistant-list";
import "../components/catalog-list";
import "../components/circuit-list";
import "../components/engine-card";
import "../components/journal-card";
import "../components/policy-list";
import { LiveController } from "../live";
import type { Key } from "../localize";
import { followLink } from "../navigation";
import { INTEGRATION } from "../places";
import { shared } from "../styles";
import type { Settings } from "../types/settings";
import type { Assistants, Catalog, Journal } from "../types/upkeep";
import { ViewElement } from "../view-element";

/** What does not change with each execution. */
interface Rest {
  catalog: Catalog;
  /** Only administrators are told of these. */
  journal: Journal | null;
  assistants: Assistants | null;
}

/** How everything is set, and what can be done about it. */
@customElement("action-engine-settings")
export class SettingsView extends ViewElement {
  static override styles = [
    shared,
    css`
      .grid {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
        align-items: start;
      }
      .grid > * {
        min-width: 0;
      }
      .stack {
        display: grid;
        gap: 16px;
      }
      .stack:not(:has(*)) {
        display: none;
      }
      .wide {
        grid-column: 1 / -1;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        justify-content: space-between;
        align-items: baseline;
      }
    `,
  ];

  @state() private settings: Settings | null = null;
  @state() private rest: Rest | null = null;

  protected readonly live = new LiveController(
    this,
    ["subscribe"],
    () => this.load(),
    (event) => event.kind !== "step",
  );

  /** The rest only the first time: no execution changes it. */
  private readonly load = (): Promise<void> =>
    this.fetching(async () => {
      const [settings, rest] = await Promise.all([
        api.settings(this.hass),
        this.rest ?? this.loadRest(),
      ]);
      this.settings = settings;
      this.rest = rest;
    });

  private async loadRest(): Promise<Rest> {
    if (!this.hass.user?.is_admin) {
      return { catalog: await api.catalog(this.hass), journal: null, assistants: null };
    }
    const [catalog, journal, assistants] = await Promise.all([
      api.catalog(this.hass),
      api.journal(this.hass),
      api.assistants(this.hass),
    ]);
    return { catalog, journal, assistants };
  }

  private readonly reloadJournal = (): Promise<void> =>
    this.fetching(async () => {
      const journal = await api.journal(this.hass);
      if (this.rest) this.rest = { ...this.rest, journal };
    });

  protected override render(): TemplateResult {
    const problem = this.problem
      ? html`<p class="problem" role="alert">${this.problem}</p>`
      : nothing;
    if (this.settings === null || this.rest === null) {
      return html`${problem}${this.problem ? nothing : html`<p>${this.t("loading")}</p>`}`;
    }
    return html`${problem}
      <div class="grid">${this.cards(this.settings, this.rest)}</div>`;
  }

  private cards(settings: Settings, rest: Rest): TemplateResult {
    const { hass } = this;
    return html`${this.card(
      "policies",
      html`<action-engine-policies
        .hass=${hass}
        .policies=${settings.policies}
        .people=${settings.people ?? {}}
      ></action-engine-policies>`,
      "set.edit_policies",
    )}
    ${this.card(
      "set.engine",
      html`<action-engine-engine
        .hass=${hass}
        .settings=${settings}
        @changed=${this.load}
      ></action-engine-engine>`,
      "set.edit_options",
    )}
    ${rest.journal
      ? this.card(
          "journal",
          html`<action-engine-journal
            .hass=${hass}
            .journal=${rest.journal}
            @changed=${this.reloadJournal}
          ></action-engine-journal>`,
        )
      : nothing}
    <div class="stack">
      ${settings.circuits
      ? this.card(
          "set.circuits",
          html`<action-engine-circuits
            .hass=${hass}
            .circuits=${settings.circuits}
            @changed=${this.load}
          ></action-engine-circuits>`,
        )
      : nothing}
    ${rest.assistants
      ? this.card(
          "llm",
          html`<action-engine-assistants
            .hass=${hass}
            .assistants=${rest.assistants}
          ></action-engine-assistants>`,
        )
      : nothing}
    </div>
    ${this.card(
      "catalog",
      html`<action-engine-catalog
        .hass=${hass}
        .catalog=${rest.catalog}
      ></action-engine-catalog>`,
      "set.edit_catalog",
      "wide",
    )}`;
  }

  /** `edit`: what the link to the page says where an administrator changes it. */
  private card(name: Key, body: TemplateResult, edit?: Key, kind = ""): TemplateResult {
    return html`<section class="card ${kind}" aria-labelledby=${name}>
      <header>
        <h2 id=${name}>${this.t(name)}</h2>
        ${edit && this.hass.user?.is_admin
          ? html`<a href=${INTEGRATION} @click=${followLink}>${this.t(edit)}</a>`
          : nothing}
      </header>
      ${body}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-settings": SettingsView;
  }
}
