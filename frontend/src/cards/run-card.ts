import { css, html, nothing, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import * as api from "../api";
import "../components/confirm-dialog";
import type { ConfirmDialog } from "../components/confirm-dialog";
import { actionName, duration, entityName, number } from "../format";
import type { Hass } from "../hass";
import { executionPath, followLink, PANEL } from "../navigation";
import { type Account, CANCELLABLE, OPEN, type State } from "../types/execution";
import type { StreamEvent } from "../types/stream";
import { CardElement } from "./card-element";
import type { CardConfig, ConfigForm } from "./lovelace";
import { runForm } from "./run-form";
import { type RunOptions, runOptionsOf } from "./run-options";
import { progressOf, reasonOf } from "./run-progress";
import "./home-assistant-elements";

/** Milliseconds: who has pressed waits for what comes of it. */
const PAUSE = 500;
const GOOD: ReadonlySet<State> = new Set<State>(["success", "rolled_back"]);

/** A button that has something run, and says what became of it. */
export class RunCard extends CardElement<RunOptions> {
  static override styles = [
    ...super.styles,
    css`
      .run {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .run ha-icon {
        color: var(--state-icon-color, var(--primary-color, #03a9f4));
      }
      .run .name {
        flex: 1;
        font-weight: 500;
      }
      .result {
        margin-top: 8px;
      }
      .result.wrong {
        border-left: 4px solid var(--error-color, #db4437);
        padding-left: 8px;
      }
      progress {
        width: 100%;
        accent-color: var(--primary-color, #03a9f4);
      }
    `,
  ];

  static getStubConfig(hass?: Hass): CardConfig {
    const script = Object.keys(hass?.states ?? {}).find((id) => id.startsWith("script."));
    if (script !== undefined) return { script };
    const data = { title: "Action Engine", message: "It works" };
    return { actions: [{ action: "persistent_notification.create", data }] };
  }

  static getConfigForm(): Promise<ConfigForm> {
    return runForm();
  }

  protected readonly streams = ["subscribe"] as const;
  @state() private account: Account | null = null;
  /** Why it could not even begin. */
  @state() private refusal: string | null = null;
  @query("action-engine-confirm") private confirm!: ConfirmDialog | null;
  private executionId: string | null = null;

  getCardSize(): number {
    return 2;
  }

  protected override get pause(): number {
    return PAUSE;
  }

  protected concerns(event: StreamEvent): boolean {
    return event.execution_id === this.executionId;
  }

  protected read(config: CardConfig): RunOptions {
    return runOptionsOf(config);
  }

  protected titleOf(): string {
    return "";
  }

  /** Without an execution there is only to see whether there is an engine. */
  protected async load(): Promise<void> {
    const id = this.executionId;
    if (id === null) {
      await api.settings(this.hass);
      return;
    }
    const account = await api.getExecution(this.hass, id);
    if (id === this.executionId) this.account = account;
  }

  protected override firstUpdated(): void {
    // The editor beside it has Home Assistant's own of actions, of which a dashboard
    // has no texts.
    if (this.preview && (this.hass as unknown)) void this.hass.loadFragmentTranslation?.("config");
  }

  protected content(options: RunOptions): TemplateResult {
    const name = this.nameOf(options);
    const open = this.account !== null && isOpen(this.account.state);
    return html`<div class="run">
        <ha-icon .icon=${options.icon}></ha-icon>
        <span class="name" id="name">${name}</span>
        <button
          class="main"
          aria-describedby="name"
          ?disabled=${this.busy || open || this.preview}
          @click=${this.press}
        >
          ${this.t("card.run.run")}
        </button>
      </div>
      <div role="status">${this.account ? this.result(this.account) : nothing}</div>
      ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
      ${options.question === null ? nothing : this.dialog(options.question, name)}`;
  }

  private nameOf({ name, data }: RunOptions): string {
    if (name !== undefined) return name;
    if (data.script !== undefined) return entityName(this.hass, data.script);
    const { action } = data.actions?.[0] ?? {};
    return typeof action === "string" ? actionName(action) : this.t("card.run");
  }

  private result(account: Account): TemplateResult {
    const open = isOpen(account.state);
    const reason = reasonOf(account);
    return html`<div class="result ${open || GOOD.has(account.state) ? "" : "wrong"}">
      <div class="line">
        <span>
          ${this.word("state", account.state)}
          ${account.duration === null ? nothing : `· ${duration(this.hass, account.duration)}`}
          ${account.verified ? `· ${this.t("card.run.verified")}` : nothing}
        </span>
        <a href=${this.pathOf(account)} @click=${followLink}>${this.t("card.run.open")}</a>
      </div>
      ${reason ? html`<p class="quiet">${reason}</p>` : nothing}
      ${open ? this.progress(account) : nothing}
    </div>`;
  }

  /** Where a question waits, that is what there is to see. */
  private pathOf({ state, execution_id }: Account): string {
    return state === "pending_approval" ? `${PANEL}/approvals` : executionPath(execution_id);
  }

  private progress(account: Account): TemplateResult {
    const { done, current } = progressOf(account);
    const now = current ? actionName(current) : this.word("state", account.state);
    const text = this.t("card.run.step", { done: number(this.hass, done), now });
    return html`${OPEN.has(account.state)
      ? html`<progress aria-label=${text}></progress>
          <p class="quiet">${text}</p>`
      : nothing}
    ${CANCELLABLE.has(account.state)
      ? html`<div class="actions">
          <button ?disabled=${this.busy} @click=${this.cancel}>
            ${this.t("execution.cancel")}
          </button>
        </div>`
      : nothing}`;
  }

  private dialog(question: string, name: string): TemplateResult {
    return html`<action-engine-confirm
      heading=${this.t("card.run.ask", { name })}
      yes=${this.t("card.run.run")}
      no=${this.t("back")}
      @confirmed=${this.begin}
    >
      ${question ? html`<p>${question}</p>` : nothing}
    </action-engine-confirm>`;
  }

  private readonly press = (): void => {
    if (this.confirm) this.confirm.open();
    else void this.begin();
  };

  private readonly begin = async (): Promise<void> => {
    if (this.options === null) return;
    const { data } = this.options;
    await this.tell(async () => {
      this.account = null;
      this.executionId = (await api.run(this.hass, data)).execution_id;
    });
  };

  private readonly cancel = async (): Promise<void> => {
    const id = this.executionId;
    if (id !== null) await this.tell(() => api.cancel(this.hass, id));
  };

  /** Does it, says why not, and looks at what became of it. */
  private async tell(action: () => Promise<unknown>): Promise<void> {
    const worked = await this.attempt(action);
    this.refusal = worked ? null : this.problem;
    this.problem = null;
    this.soon();
  }
}

const isOpen = (state: State): boolean => OPEN.has(state) || state === "pending_approval";
