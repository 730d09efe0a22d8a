import { css, html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import * as api from "../api";
import { duration, moment } from "../format";
import { executionPath, followLink, PANEL } from "../navigation";
import { type Row, type State, STATES } from "../types/execution";
import type { StreamEvent } from "../types/stream";
import { honest } from "../strangers";
import { CardElement } from "./card-element";
import {
  choiceField,
  countField,
  formOf,
  policyField,
  stateChoices,
  textField,
} from "./form";
import type { CardConfig, ConfigForm } from "./lovelace";
import { countOf, textOf, wordsOf } from "./options";
import { chosenPolicies } from "./policy-words";

interface Options {
  title: string | undefined;
  states: readonly State[];
  policy: string | undefined;
  entity: string | undefined;
  count: number;
}

const USUAL = 5;
const MOST = 50;
const BAD: ReadonlySet<State> = new Set<State>(["failed", "unknown", "denied"]);

/** The last executions, the newest first. */
export class ExecutionsCard extends CardElement<Options> {
  static override styles = [
    ...super.styles,
    css`
      small {
        flex: 1 0 100%;
      }
      .bad-state {
        border-color: var(--error-color, #db4437);
      }
    `,
  ];

  static getStubConfig(): CardConfig {
    return { count: USUAL };
  }

  static async getConfigForm(): Promise<ConfigForm> {
    return formOf([
      textField("title"),
      countField("count", MOST),
      choiceField("states", stateChoices(STATES), { multiple: true }),
      await policyField("policy", false),
      { name: "entity", selector: { entity: {} } },
    ]);
  }

  protected readonly streams = ["subscribe"] as const;
  @state() private rows: readonly Row[] | null = null;

  getCardSize(): number {
    return 1 + Math.min(this.rows?.length ?? USUAL, this.options?.count ?? USUAL);
  }

  protected concerns(event: StreamEvent): boolean {
    return event.kind !== "step";
  }

  protected read(config: CardConfig): Options {
    return {
      title: textOf(config, "title"),
      states: wordsOf(config, "states", STATES),
      policy: textOf(config, "policy"),
      entity: textOf(config, "entity"),
      count: countOf(config, "count", USUAL, MOST),
    };
  }

  protected titleOf({ title }: Options): string {
    return title ?? this.t("nav.executions");
  }

  protected async load(options: Options): Promise<void> {
    const { states, entity, count } = options;
    const policy = options.policy && (await this.idOf(options.policy));
    const { executions } = await api.listExecutions(this.hass, {
      limit: count,
      ...(states.length ? { states: [...states] } : {}),
      ...(policy ? { policy } : {}),
      ...(entity ? { entity_id: entity } : {}),
    });
    if (options === this.options) this.rows = executions;
  }

  /** The id of a policy that may be written down by its name. */
  private async idOf(policy: string): Promise<string> {
    const { policies } = await api.settings(this.hass);
    return chosenPolicies(policies, [policy])[0]?.policy_id ?? policy;
  }

  protected content(options: Options): TemplateResult {
    if (!this.rows?.length) {
      return html`<p role="status" class="quiet">${this.standing(options)}</p>`;
    }
    return html`<ul>
        ${repeat(
          this.rows,
          (row) => row.execution_id,
          (row) => this.row(row),
        )}
      </ul>
      <a href="${PANEL}/executions" @click=${followLink}>${this.t("execution.all")}</a>`;
  }

  private standing(options: Options): string {
    if (this.rows === null) return this.problem ? "" : this.t("loading");
    const { states, policy, entity } = options;
    const filtered = states.length > 0 || policy !== undefined || entity !== undefined;
    return this.t(filtered ? "executions.none" : "card.executions.none");
  }

  private row(row: Row): TemplateResult {
    return html`<li>
      <div class="line">
        <a href=${executionPath(row.execution_id)} @click=${followLink}><bdi>${honest(row.name)}</bdi></a>
        <span class="badge ${BAD.has(row.state) ? "bad-state" : ""}">
          ${this.word("state", row.state)}
        </span>
        <small class="quiet">
          ${moment(this.hass, row.created)}
          ${row.duration === null ? nothing : html`· ${duration(this.hass, row.duration)}`}
          ${row.error_message ? html`<br /><bdi>${honest(row.error_message)}</bdi>` : nothing}
        </small>
      </div>
    </li>`;
  }
}
