import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import * as api from "../api";
import { duration } from "../format";
import { LiveController } from "../live";
import { executionPath, followLink, PANEL } from "../navigation";
import { shared } from "../styles";
import { type Account, CANCELLABLE } from "../types/execution";
import { ViewElement } from "../view-element";
import "./step-chart";

/** One execution, watched while it runs. */
@customElement("action-engine-watched")
export class WatchedRun extends ViewElement {
  static override styles = [
    shared,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
      }
      header h2 {
        flex: 1 1 12em;
        margin: 0;
      }
    `,
  ];

  @property() executionId = "";
  @state() private account: Account | null = null;

  protected readonly live = new LiveController(
    this,
    ["subscribe"],
    () => this.load(),
    (event) => event.execution_id === this.executionId,
  );

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get("executionId")) {
      this.account = null;
      void this.load();
    }
  }

  private load(): Promise<void> {
    const id = this.executionId;
    return this.fetching(async () => {
      const account = await api.getExecution(this.hass, id);
      if (id === this.executionId) this.account = account;
    });
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-label=${this.t("try.watched")}>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.account ? this.whole(this.account) : nothing}
      <p>
        <a href=${executionPath(this.executionId)} @click=${followLink}>
          ${this.t("approval.open")}
        </a>
      </p>
    </section>`;
  }

  private whole(account: Account): TemplateResult {
    const denied = account.state === "denied";
    return html`<header>
        <h2>${account.name}</h2>
        <span class="badge" role="status">${this.word("state", account.state)}</span>
        ${account.duration === null
          ? nothing
          : html`<span class="quiet">${duration(this.hass, account.duration)}</span>`}
      </header>
      ${account.error_message
        ? html`<p class="problem">${account.error_message}</p>`
        : nothing}
      ${account.final_answer ? html`<p>${account.final_answer}</p>` : nothing}
      ${account.state === "pending_approval"
        ? html`<p>
            <a href="${PANEL}/approvals" @click=${followLink}>${this.t("try.asked")}</a>
          </p>`
        : nothing}
      ${denied
        ? html`<ul>
            ${(account.verdict?.reasons ?? []).map((one) => html`<li>${one.text}</li>`)}
          </ul>`
        : html`<action-engine-steps
            .hass=${this.hass}
            .account=${account}
          ></action-engine-steps>`}
      ${CANCELLABLE.has(account.state)
        ? html`<div class="actions">
            <button class="danger" ?disabled=${this.busy} @click=${this.cancel}>
              ${this.t("execution.cancel")}
            </button>
          </div>`
        : nothing}`;
  }

  private readonly cancel = async (): Promise<void> => {
    if (await this.attempt(() => api.cancel(this.hass, this.executionId))) await this.load();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-watched": WatchedRun;
  }
}
