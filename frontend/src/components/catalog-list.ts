import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { followLink } from "../navigation";
import { placeOf } from "../places";
import { shared } from "../styles";
import type { Catalog, NamedAction, Webhook } from "../types/upkeep";
import { ViewElement } from "../view-element";

/** What can be asked for by name, and where each of it is from. */
@customElement("action-engine-catalog")
export class CatalogList extends ViewElement {
  static override styles = [
    shared,
    css`
      details {
        border-top: 1px solid var(--divider-color, #ddd);
      }
      summary {
        cursor: pointer;
        padding: 12px 0;
      }
      li {
        content-visibility: auto;
        contain-intrinsic-size: auto 64px;
      }
      .line > span:first-child {
        flex: 1 1 16em;
        min-width: 0;
      }
      code {
        font-size: 0.85rem;
      }
    `,
  ];

  @property({ attribute: false }) catalog!: Catalog;

  protected override render(): TemplateResult {
    const { actions, webhooks, templates, problems } = this.catalog;
    const own = actions.filter((one) => one.kind !== "builtin");
    const builtin = actions.filter((one) => one.kind === "builtin");
    return html`${problems?.map(
      (one) => html`<p class="problem">
        <bdi>${one.name}</bdi> (<bdi>${one.source}</bdi>): <bdi>${one.reason}</bdi>
      </p>`,
    )}
    ${this.section("catalog.own", own.map((one) => this.action(one)), true)}
    ${this.section("catalog.builtin", builtin.map((one) => this.action(one)))}
    ${webhooks
      ? this.section("catalog.webhooks", webhooks.map((one) => this.webhook(one)))
      : nothing}
    ${templates
      ? this.section(
          "catalog.templates",
          templates.map((one) => html`<div class="line"><code>${one}</code></div>`),
        )
      : nothing}`;
  }

  private section(
    name: "catalog.own" | "catalog.builtin" | "catalog.webhooks" | "catalog.templates",
    lines: TemplateResult[],
    open = false,
  ): TemplateResult {
    return html`<details ?open=${open && lines.length > 0}>
      <summary>${this.t(name)} (${lines.length})</summary>
      ${lines.length
        ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
        : html`<p class="quiet">${this.t(`${name}.none`)}</p>`}
    </details>`;
  }

  private action(one: NamedAction): TemplateResult {
    return html`<div class="line">
      <span>
        <bdi>${one.title}</bdi> <code>${one.name}</code>
        ${one.description
          ? html`<br /><small class="quiet"><bdi>${one.description}</bdi></small>`
          : nothing}
        <br /><small class="quiet">
          ${this.origin(one)} · ${this.word("reversible", one.rollback)}
          ${one.requires_approval ? html`· ${this.t("catalog.asks")}` : nothing}
        </small>
      </span>
      <span>
        ${one.active ? nothing : html`<span class="badge">${this.t("catalog.off")}</span>`}
        <span class="badge ${one.impact === "high" || one.impact === "critical" ? "strong" : ""}">
          ${this.word("risk", one.impact)}
        </span>
      </span>
    </div>`;
  }

  private origin(one: NamedAction): TemplateResult | string {
    const text = this.word("kind", one.kind);
    const place = placeOf(one.source ?? "");
    return place ? html`<a href=${place} @click=${followLink}>${text}</a>` : text;
  }

  private webhook(one: Webhook): TemplateResult {
    return html`<div class="line">
      <span>
        <bdi>${one.name}</bdi><br />
        <small class="quiet"><bdi>${one.problem ?? one.methods?.join(", ")}</bdi></small>
      </span>
      ${one.is_signed ? html`<span class="badge">${this.t("catalog.signed")}</span>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-catalog": CatalogList;
  }
}
