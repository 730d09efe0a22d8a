import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { followLink, PANEL } from "../navigation";
import { shared } from "../styles";
import { ViewElement } from "../view-element";

const DOCS = "https://github.com/action-engine/action_engine/blob/main/docs";

/** What to do first, while nothing has run yet. */
@customElement("action-engine-first-steps")
export class FirstSteps extends ViewElement {
  static override styles = [
    shared,
    css`
      .card {
        border-color: var(--primary-color, #03a9f4);
      }
      ol {
        margin: 8px 0;
        padding-inline-start: 1.4em;
      }
      li {
        padding: 4px 0;
      }
    `,
  ];

  /** The address of the view in which something can be tried, or empty. */
  @property() tryView = "";

  protected override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="first">
      <h2 id="first">${this.t("first")}</h2>
      <p>${this.t("first.what")}</p>
      <ol>
        ${this.tryView
          ? html`<li>
              <a href="${PANEL}/${this.tryView}" @click=${followLink}>${this.t("first.try")}</a>
            </li>`
          : nothing}
        ${this.step("calling", "first.calling")} ${this.step("let-an-ai-act", "first.agent")}
        ${this.step("approve-on-the-phone", "first.phone")}
      </ol>
    </section>`;
  }

  private step(page: string, key: "first.calling" | "first.agent" | "first.phone"): TemplateResult {
    return html`<li>
      <a href="${DOCS}/how-to/${page}.md" target="_blank" rel="noreferrer">${this.t(key)}</a>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-first-steps": FirstSteps;
  }
}
