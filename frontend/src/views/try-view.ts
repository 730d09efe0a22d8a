import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import * as api from "../api";
import "../components/check-result";
import "../components/watched-run";
import type { Key } from "../localize";
import { shared } from "../styles";
import { askersOf, ME, type As } from "../trying/askers";
import { lineAt, rangeOf, type Spot } from "../trying/caret";
import { type Draft, EMPTY, keepDraft, readDraft } from "../trying/draft";
import { EXAMPLES } from "../trying/examples";
import { START } from "../trying/starting";
import type { Policy } from "../types/settings";
import type { Checked, Started } from "../types/trial";
import { ViewElement } from "../view-element";
import { tryStyles } from "./try-styles";

const KINDS = ["auto", "actions", "plan", "response"] as const;

/** A text is checked, then run, and watched while it does. */
@customElement("action-engine-try")
export class TryView extends ViewElement {
  static override styles = [shared, tryStyles];

  @state() private draft: Draft = EMPTY;
  @state() private askers: As[] = [ME];
  @state() private policies: Policy[] = [];
  @state() private checked: Checked | null = null;
  @state() private started: Started[] = [];
  /** What `checked` is about. */
  private about: Draft | null = null;
  @query("textarea") private area!: HTMLTextAreaElement;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.begin());
  }

  /** Properties are set by then. */
  private begin(): Promise<void> {
    this.draft = readDraft(this.hass.user?.id);
    return this.fetching(async () => {
      this.policies = (await api.settings(this.hass)).policies;
      this.askers = askersOf(this.policies);
    });
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="try">
        <h2 id="try">${this.t("try.title")}</h2>
        <p class="quiet">${this.t("try.what")}</p>
        ${this.examples()}
        <label>
          ${this.t("try.text")}
          <textarea
            rows="14"
            spellcheck="false"
            autocapitalize="off"
            autocomplete="off"
            dir="ltr"
            aria-describedby="keys"
            .value=${this.draft.text}
            @input=${this.typed}
            @keydown=${this.pressed}
          ></textarea>
        </label>
        <small id="keys" class="quiet">${this.t("try.keys")}</small>
        ${this.choices()}
        <p role="status">${this.standing()}</p>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      </section>
      ${this.runs()}
      ${this.checked
        ? html`<action-engine-checked
            .hass=${this.hass}
            .checked=${this.checked}
            .policies=${this.policies}
            ?running=${this.started.length > 0}
            @spot=${this.jump}
          ></action-engine-checked>`
        : nothing}`;
  }

  private examples(): TemplateResult {
    return html`<div class="examples" role="group" aria-label=${this.t("try.examples")}>
      ${EXAMPLES.map(
        ({ name, text }) => html`<button
          @click=${() => {
            this.change({ text, kind: "auto" });
          }}
        >
          ${this.t(name)}
        </button>`,
      )}
    </div>`;
  }

  private choices(): TemplateResult {
    const { draft, busy } = this;
    const empty = !draft.text.trim();
    return html`<div class="actions">
      <label>
        ${this.t("try.kind")}
        <select @change=${this.setKind}>
          ${KINDS.map(
            (one) => html`<option value=${one} ?selected=${one === draft.kind}>
              ${this.t(`try.kind.${one}` satisfies Key)}
            </option>`,
          )}
        </select>
      </label>
      <label>
        ${this.t("try.as")}
        <select @change=${this.setAs}>
          ${this.askers.map(
            (one) => html`<option value=${one.key} ?selected=${one.key === draft.as}>
              ${one.name || this.word("try.as", one.key)}
            </option>`,
          )}
        </select>
      </label>
      <button class="main" ?disabled=${busy || empty} @click=${this.check}>
        ${this.t("try.check")}
      </button>
      <button ?disabled=${busy || empty} @click=${this.run}>${this.t("try.run")}</button>
    </div>`;
  }

  private runs(): TemplateResult {
    return html`${repeat(
      this.started,
      (one, index) => one.execution_id ?? index,
      ({ execution_id, error }) =>
        execution_id
          ? html`<action-engine-watched
              .hass=${this.hass}
              .executionId=${execution_id}
            ></action-engine-watched>`
          : html`<p class="problem" role="alert">${error ?? ""}</p>`,
    )}`;
  }

  private standing(): string {
    if (this.busy) return this.t("try.busy");
    if (this.checked === null) return "";
    if (!this.isFresh()) return this.t("try.changed");
    const { kind, valid } = this.checked;
    const key = valid ? "try.valid" : this.isRunnable() ? "try.partly" : "try.invalid";
    return this.t(key, { kind: this.t(`try.found.${kind}` satisfies Key) });
  }

  /** What is shown is about what is in the field. */
  private isFresh(): boolean {
    const { about, draft } = this;
    return about?.text === draft.text && about.kind === draft.kind && about.as === draft.as;
  }

  /** Of an answer, what is in order is done, as when it comes from a model. */
  private isRunnable(): boolean {
    const wishes = this.checked?.wishes ?? [];
    return !!this.checked?.valid || wishes.some((one) => one.outcome !== "rejected");
  }

  private change(more: Partial<Draft>): void {
    this.draft = { ...this.draft, ...more };
    keepDraft(this.hass.user?.id, this.draft);
  }

  private get agent(): api.Agent | null {
    return this.askers.find((one) => one.key === this.draft.as)?.agent ?? null;
  }

  private readonly check = (): Promise<boolean> =>
    this.attempt(async () => {
      const { draft } = this;
      if (!this.isFresh()) this.started = [];
      this.checked = await api.check(this.hass, draft.text, draft.kind, this.agent);
      this.about = draft;
    });

  private readonly run = async (): Promise<void> => {
    if (!this.isFresh() && !(await this.check())) return;
    const { checked } = this;
    if (!checked || !this.isRunnable()) return;
    this.started = [];
    await this.attempt(async () => {
      const { agent, hass } = this;
      const trial = { hass, text: this.draft.text, agent, checked };
      this.started = await START[checked.kind](trial, (one) => {
        this.started = [...this.started, one];
      });
    });
    await this.updateComplete;
    this.renderRoot.querySelector("action-engine-watched")?.scrollIntoView({ block: "nearest" });
  };

  private readonly typed = (): void => {
    this.change({ text: this.area.value });
  };

  private readonly setKind = (event: Event): void => {
    this.change({ kind: (event.target as HTMLSelectElement).value as Draft["kind"] });
  };

  private readonly setAs = (event: Event): void => {
    this.change({ as: (event.target as HTMLSelectElement).value });
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.check();
    }
  };

  private readonly jump = ({ detail }: CustomEvent<Spot>): void => {
    const { area } = this;
    const range = rangeOf(area.value, detail);
    const height = area.scrollHeight / area.value.split("\n").length;
    area.focus();
    area.setSelectionRange(...range);
    area.scrollTop = (lineAt(area.value, range[0]) - 3) * height;
    area.scrollIntoView({ block: "nearest" });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-try": TryView;
  }
}
