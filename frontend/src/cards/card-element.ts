import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { isAbsent, isCutOff, isTooOften, messageOf, type Stream } from "../api";
import type { Hass } from "../hass";
import { LiveController } from "../live";
import { shared } from "../styles";
import type { StreamEvent } from "../types/stream";
import { ViewElement } from "../view-element";
import type { CardConfig, GridOptions } from "./lovelace";
import { ownEntitiesChanged } from "./own-entities";
import { Pace } from "./pace";
import "./home-assistant-elements";

/** Milliseconds between two questions: there may be many cards, and much may happen. */
const PAUSE = 2000;
/** Milliseconds after it was asked too often. */
const LONG_PAUSE = 15_000;

/** What every card of a dashboard has. */
export abstract class CardElement<Options> extends ViewElement {
  static override styles = [
    shared,
    css`
      ha-card {
        height: 100%;
        overflow: auto;
        padding: 16px;
        overflow-wrap: anywhere;
      }
      .title {
        margin: 0 0 8px;
        font-size: var(--ha-card-header-font-size, var(--ha-font-size-xl, 1.25rem));
        font-weight: var(--ha-card-header-font-weight, 400);
      }
    `,
  ];

  /** It is shown in the picker, in an editor, or on a dashboard that is edited. */
  @property({ type: Boolean }) preview = false;
  @state() protected options: Options | null = null;
  @state() private absent = false;
  private live: LiveController | null = null;
  private readonly pace = new Pace(() => this.pause);

  protected abstract readonly streams: readonly Stream[];
  protected abstract concerns(event: StreamEvent): boolean;
  /** Throws an error that says what is wrong. */
  protected abstract read(config: CardConfig): Options;
  protected abstract load(options: Options): Promise<void>;
  protected abstract titleOf(options: Options): string;
  protected abstract content(options: Options): TemplateResult;

  protected get pause(): number {
    return PAUSE;
  }

  setConfig(config: CardConfig): void {
    this.options = this.read(config);
    if (this.live) void this.refresh();
  }

  getGridOptions(): GridOptions {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pace.stop();
  }

  /** Home Assistant is given anew with every state; most of them change nothing here. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const before = changed.get("hass") as Hass | undefined;
    if (before === undefined) return true;
    if (ownEntitiesChanged(before, this.hass)) this.soon();
    return (
      changed.size > 1 ||
      before.locale !== this.hass.locale ||
      before.areas !== this.hass.areas
    );
  }

  protected override willUpdate(): void {
    if (!(this.hass as unknown)) return;
    this.live ??= new LiveController(
      this,
      this.streams,
      () => {
        this.soon();
        return Promise.resolve();
      },
      (event) => this.concerns(event),
    );
  }

  /** Loads, but not too often. */
  protected readonly soon = (): void => {
    this.pace.wish(() => void this.refresh());
  };

  private async refresh(): Promise<void> {
    if (this.options === null) return;
    try {
      await this.load(this.options);
      this.problem = null;
      this.absent = false;
    } catch (error) {
      this.refused(error);
    }
  }

  private refused(error: unknown): void {
    // What was seen last stays until the connection is back.
    if (isCutOff(error)) return;
    this.absent = isAbsent(error);
    if (isTooOften(error) && this.isConnected) {
      this.pace.rest(LONG_PAUSE, () => void this.refresh());
    }
    this.problem = this.absent ? null : this.t("error", { message: messageOf(error) });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!(this.hass as unknown) || this.options === null) return nothing;
    const title = this.titleOf(this.options);
    return html`<ha-card>
      ${title ? html`<h2 class="title">${title}</h2>` : nothing}
      ${this.absent
        ? html`<p class="alarm" role="status">${this.t("card.absent")}</p>`
        : this.content(this.options)}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
    </ha-card>`;
  }
}
