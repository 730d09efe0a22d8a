import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Route } from "./hass";
import type { Key } from "./localize";
import { followLink, PANEL, readable } from "./navigation";
import { shared } from "./styles";
import { ViewElement } from "./view-element";
import { VIEW_NAMES, VIEWS } from "./views";

/** Its own icon for the menu, mdi:menu. */
const MENU = "M3,6H21V8H3V6M3,11H21V13H3V11M3,16H21V18H3V16Z";

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
        align-items: stretch;
        gap: 0 24px;
        padding: env(safe-area-inset-top) 16px 0;
        background: var(--app-header-background-color, var(--primary-color, #03a9f4));
        color: var(--app-header-text-color, #fff);
        border-bottom: var(--app-header-border-bottom, none);
      }
      .bar button {
        border: none;
        background: none;
        color: inherit;
        width: 48px;
        margin-inline: -12px -16px;
        padding: 12px;
      }
      .bar svg {
        display: block;
        fill: currentColor;
      }
      h1 {
        display: flex;
        align-items: center;
        min-height: calc(var(--header-height, 56px) - 1px);
        font-size: var(--ha-font-size-xl, 20px);
        font-weight: 400;
        margin: 0;
      }
      nav {
        display: flex;
        overflow-x: auto;
        margin: 0 -16px;
        padding: 0 8px;
        scrollbar-width: none;
      }
      nav a {
        display: flex;
        align-items: center;
        min-height: 48px;
        padding: 2px 16px 0;
        color: inherit;
        font-weight: 500;
        text-decoration: none;
        white-space: nowrap;
        border-bottom: 2px solid transparent;
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
          ? html`<button aria-label=${this.t("menu")} @click=${this.toggleMenu}>
              <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <path d=${MENU} />
              </svg>
            </button>`
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
