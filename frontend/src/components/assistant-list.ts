import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shared } from "../styles";
import type { Assistants, LlmApi } from "../types/upkeep";
import { ViewElement } from "../view-element";

/** The tool sets for language models, and who was given them. */
@customElement("action-engine-assistants")
export class AssistantList extends ViewElement {
  static override styles = shared;

  @property({ attribute: false }) assistants!: Assistants;

  protected override render(): TemplateResult {
    const { apis, mcp_server } = this.assistants;
    return html`<ul>
        ${apis.map((one) => html`<li>${this.api(one)}</li>`)}
      </ul>
      ${mcp_server ? nothing : html`<p class="quiet">${this.t("llm.no_mcp")}</p>`}`;
  }

  private api(one: LlmApi): TemplateResult {
    return html`<div class="line">
      <span>
        <bdi>${one.name}</bdi> <code>${one.api_id}</code><br />
        <small class="quiet">
          ${one.users.length
            ? one.users.map(
                (user, at) => html`${at ? ", " : nothing}<bdi>${user.title}</bdi> (${user.domain})`,
              )
            : this.t("llm.nobody")}
        </small>
      </span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-assistants": AssistantList;
  }
}
