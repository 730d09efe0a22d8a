import { css, html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import * as api from "../api";
import "../components/approval-card";
import { number, timeLeft } from "../format";
import { followLink, PANEL } from "../navigation";
import type { Approval } from "../types/approval";
import type { Settings } from "../types/settings";
import { honest } from "../strangers";
import { CardElement } from "./card-element";
import { countField, formOf, textField } from "./form";
import type { CardConfig, ConfigForm } from "./lovelace";
import { countOf, textOf, yesOf } from "./options";

interface Options {
  title: string | undefined;
  count: number;
  hideEmpty: boolean;
}

const USUAL = 5;
const MOST = 20;

/** The questions that wait, each in a line that opens. */
export class ApprovalsCard extends CardElement<Options> {
  static override styles = [
    ...super.styles,
    css`
      :host([hidden]) {
        display: none;
      }
      details {
        border-top: 1px solid var(--divider-color, #ddd);
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
        min-height: 48px;
        cursor: pointer;
      }
      summary::before {
        content: "▸";
      }
      [open] > summary::before {
        content: "▾";
      }
      /* What is open says so itself. */
      [open] > summary > span {
        display: none;
      }
      summary strong {
        flex: 1 1 8em;
        font-weight: 500;
      }
      action-engine-approval {
        margin-bottom: 16px;
      }
    `,
  ];

  static getStubConfig(): CardConfig {
    return {};
  }

  static getConfigForm(): ConfigForm {
    return formOf([
      textField("title"),
      countField("count", MOST),
      { name: "hide_empty", selector: { boolean: {} } },
    ]);
  }

  /** Dashboards keep it in the page even if it is hidden, so it can come back. */
  readonly connectedWhileHidden = true;
  protected readonly streams = ["subscribe_approvals"] as const;
  @state() private approvals: Approval[] | null = null;
  @state() private now = Date.now();
  private settings: Settings | null = null;
  private readonly opened = new Set<string>();
  private clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Only for the time that is left: what is shown comes by itself.
    this.clock = setInterval(() => {
      if (this.approvals?.length) this.now = Date.now();
    }, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  getCardSize(): number {
    return 1 + 2 * Math.min(this.approvals?.length ?? 1, this.options?.count ?? USUAL);
  }

  protected concerns(): boolean {
    return true;
  }

  protected read(config: CardConfig): Options {
    return {
      title: textOf(config, "title"),
      count: countOf(config, "count", USUAL, MOST),
      hideEmpty: yesOf(config, "hide_empty"),
    };
  }

  protected titleOf({ title }: Options): string {
    return title ?? this.t("nav.approvals");
  }

  protected async load(): Promise<void> {
    const [approvals, settings] = await Promise.all([
      api.listApprovals(this.hass),
      api.settings(this.hass),
    ]);
    const [one] = approvals;
    // What comes alone is shown at once; what a person has closed stays closed.
    if (one && approvals.length === 1 && !this.approvals?.length) {
      this.opened.add(one.approval_id);
    }
    this.settings = settings;
    this.now = Date.now();
    this.approvals = approvals;
  }

  protected override updated(): void {
    const hide =
      this.options?.hideEmpty === true && this.approvals?.length === 0 && !this.preview;
    if (hide === this.hidden) return;
    this.hidden = hide;
    this.dispatchEvent(
      new CustomEvent("card-visibility-changed", { bubbles: true, composed: true }),
    );
  }

  protected content({ count }: Options): TemplateResult {
    const approvals = this.approvals ?? [];
    const more = approvals.length - count;
    return html`<div role="status" class="quiet">${this.standing()}</div>
      ${repeat(
        approvals.slice(0, count),
        (one) => one.approval_id,
        (one) => this.question(one),
      )}
      ${more > 0
        ? html`<a href="${PANEL}/approvals" @click=${followLink}>
            ${this.t("card.more", { count: number(this.hass, more) })}
          </a>`
        : nothing}`;
  }

  private standing(): string {
    if (this.approvals === null) return this.problem ? "" : this.t("loading");
    return this.approvals.length ? "" : this.t("approvals.none");
  }

  private question(one: Approval): TemplateResult {
    const policy = this.settings?.policies.find((each) => each.policy_id === one.policy);
    const strong = one.risk === "high" || one.risk === "critical";
    return html`<details
      ?open=${this.opened.has(one.approval_id)}
      @toggle=${(event: Event): void => {
        this.remember(one.approval_id, event);
      }}
    >
      <summary>
        <strong><bdi>${honest(one.name)}</bdi></strong>
        <span class="badge ${strong ? "strong" : ""}">${this.word("risk", one.risk)}</span>
        <span class="quiet" role="timer">${timeLeft(this.hass, one.expires, this.now)}</span>
      </summary>
      <action-engine-approval
        .hass=${this.hass}
        .approval=${one}
        .policyName=${policy?.name ?? ""}
        .hasCode=${this.settings?.options?.safety?.approval_code}
        .now=${this.now}
        @answered=${this.soon}
      ></action-engine-approval>
    </details>`;
  }

  private remember(id: string, event: Event): void {
    if ((event.currentTarget as HTMLDetailsElement).open) this.opened.add(id);
    else this.opened.delete(id);
  }
}
