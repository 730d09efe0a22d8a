import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Route } from "./hass";
import type { Key } from "./localize";
import { followLink, PANEL, readable } from "./navigation";
import { shared } from "./styles";
import { ViewElement } from "./view-element";
import { VIEW_NAMES, VIEWS } from "./views";

/** What Home Assistant shows under `/action-engine`; it sets the properties. */
@customElement("action-engine-panel")
export class ActionEnginePanel extends ViewElement {
  static override styles = [
    shared,
    css`
      :host {
        min-height: 100vh;
        background: var(--primary-background-color, #fafafa);
        font-family: var(--ha-font-family-body, Roboto, sans-serif);
      }
      .bar {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 16px;
        padding: env(safe-area-inset-top) 16px 0;
        min-height: 56px;
        background: var(--app-header-background-color, var(--primary-color, #03a9f4));
        color: var(--app-header-text-color, #fff);
      }
      .bar button {
        border: none;
        color: inherit;
        font-size: 1.4rem;
        padding: 0 8px;
      }
      h1 {
        font-size: 1.25rem;
        font-weight: 400;
        margin: 0;
      }
      nav {
        display: flex;
        gap: 4px;
        max-width: 100%;
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav a {
        color: inherit;
        text-decoration: none;
        padding: 16px 8px 12px;
        white-space: nowrap;
        border-bottom: 3px solid transparent;
      }
      nav a[aria-current="page"] {
        border-color: currentColor;
      }
      .bar :focus-visible {
        outline-color: currentColor;
        outline-offset: -4px;
      }
      main {
        max-width: 1200px;
        margin: 0 auto;
        padding: 16px;
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ attribute: false }) route?: Route;

  protected override render(): TemplateResult | typeof nothing {
    // Home Assistant may set its properties after the element is there.
    if (!(this.hass as unknown)) return nothing;
    const [, name = "", id = ""] = (this.route?.path ?? "").split("/");
    const current = VIEW_NAMES.find((view) => view === name) ?? "overview";
    return html`<div class="bar">
        ${this.narrow || this.hass.dockedSidebar === "always_hidden"
          ? html`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>☰</button>`
          : nothing}
        <h1>${this.t("title")}</h1>
        <nav aria-label=${this.t("nav.label")}>
          ${VIEW_NAMES.map(
            (view) => html`<a
              href="${PANEL}/${view}"
              aria-current=${view === current ? "page" : "false"}
              @click=${followLink}
              >${this.t(`nav.${view}` satisfies Key)}</a
            >`,
          )}
        </nav>
      </div>
      <main>${VIEWS[current](this.hass, readable(id))}</main>`;
  }

  private readonly toggleMenu = (): void => {
    this.dispatchEvent(
      new CustomEvent("hass-toggle-menu", { bubbles: true, composed: true }),
    );
  };
}
