import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import * as api from "../api";
import "../components/answer-list";
import "../components/approval-card";
import "../components/grant-list";
import { LiveController } from "../live";
import { executionPath, followLink } from "../navigation";
import { honest } from "../strangers";
import { shared } from "../styles";
import type { Approval } from "../types/approval";
import type { Settings } from "../types/settings";
import { ViewElement } from "../view-element";

interface Answered {
  name: string;
  /** The execution that runs in the place of what was asked for. */
  instead: string | null;
}

/** The questions that wait for people, and what people have said to others. */
@customElement("action-engine-approvals")
export class ApprovalsView extends ViewElement {
  static override styles = [
    shared,
    css`
      .cards {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
        align-items: start;
      }
      .past {
        display: grid;
        gap: 16px;
        margin-top: 16px;
      }
    `,
  ];

  @state() private approvals: Approval[] | null = null;
  @state() private now = Date.now();
  @state() private instead: Answered | null = null;
  private settings: Settings | null = null;
  private clock: ReturnType<typeof setInterval> | undefined;

  protected readonly live = new LiveController(this, ["subscribe_approvals"], () =>
    this.load(),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    // Only for the time that is left: what is shown comes by itself.
    this.clock = setInterval(() => (this.now = Date.now()), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  private readonly load = (): Promise<void> =>
    this.fetching(async () => {
      const [approvals, settings] = await Promise.all([
        api.listApprovals(this.hass),
        api.settings(this.hass),
      ]);
      this.settings = settings;
      this.approvals = approvals;
    });

  private readonly hear = (event: Event): void => {
    this.instead = (event as CustomEvent<Answered>).detail;
    void this.load();
  };

  protected override render(): TemplateResult {
    return html`${this.problem
      ? html`<p class="problem" role="alert">${this.problem}</p>`
      : nothing}
      <div role="status" class="quiet">${this.standing()}</div>
      <div role="status">${this.replaced()}</div>
      <div class="cards">
        ${repeat(
          this.approvals ?? [],
          (one) => one.approval_id,
          (one) => this.card(one),
        )}
      </div>
      <div class="past">
        <action-engine-grants
          .hass=${this.hass}
          .policies=${this.settings?.policies ?? []}
          .now=${this.now}
        ></action-engine-grants>
        <action-engine-answered .hass=${this.hass}></action-engine-answered>
      </div>`;
  }

  private replaced(): TemplateResult | typeof nothing {
    if (!this.instead?.instead) return nothing;
    return html`<p>
      ${this.t("change.done", { name: honest(this.instead.name) })}
      <a href=${executionPath(this.instead.instead)} @click=${followLink}>
        ${this.t("change.instead")}
      </a>
    </p>`;
  }

  private standing(): string {
    if (this.approvals === null) return this.problem ? "" : this.t("loading");
    return this.approvals.length ? "" : this.t("approvals.none");
  }

  private card(one: Approval): TemplateResult {
    const policy = this.settings?.policies.find((each) => each.policy_id === one.policy);
    return html`<action-engine-approval
      .hass=${this.hass}
      .approval=${one}
      .policyName=${policy?.name ?? ""}
      .hasCode=${this.settings?.options?.safety?.approval_code}
      .now=${this.now}
      @answered=${this.hear}
    ></action-engine-approval>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-approvals": ApprovalsView;
  }
}
