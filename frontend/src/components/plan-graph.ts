import { html, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { actionName, duration, entityName, number } from "../format";
import { KIND_ICONS, STANDING_ICONS } from "../plan/icons";
import { HEIGHT, layoutOf, WIDTH, type Edge, type Layout, type Placed } from "../plan/layout";
import { Standings, type Stand } from "../plan/standing";
import { shared } from "../styles";
import type { Step } from "../types/execution";
import type { PlanNode } from "../types/plan";
import { ViewElement } from "../view-element";
import { graphStyles } from "./graph-styles";

/** Kinds of which the title is the name of an action. */
const ACTIONS: ReadonlySet<string> = new Set(["call", "tool", "scene"]);

/**
 * A plan as a graph, with the way that a run has taken; without steps just the plan.
 * Fires `step-selected` with `{place, path}`; `path` is null for what was not reached.
 */
@customElement("action-engine-graph")
export class PlanGraph extends ViewElement {
  static override styles = [shared, graphStyles];

  @property({ attribute: false }) outline: readonly PlanNode[] = [];
  @property({ attribute: false }) steps: readonly Step[] | null = null;
  @property() selected: string | null = null;
  /** The one node that is reached by the tab key; arrows lead from it to the others. */
  @state() private focused = 0;
  private layout: Layout = layoutOf([]);
  private standings = new Standings([]);
  private readonly places = new Map<string, string>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("outline")) {
      this.layout = layoutOf(this.outline);
      this.focused = 0;
    }
    if (changed.has("steps")) this.standings = new Standings(this.steps ?? [], this.places);
  }

  protected override render(): TemplateResult {
    const { width, height, nodes, edges, labels } = this.layout;
    return html`<div
      class="scroll"
      role="group"
      aria-label=${this.t("graph")}
      @keydown=${this.move}
    >
      <div class="paper" style="width:${width}px;height:${height}px">
        <svg class="ways" width=${width} height=${height} aria-hidden="true">
          ${edges.map((edge) => this.way(edge))}
        </svg>
        ${labels.map(
          ({ text, x, y }) =>
            html`<span class="label" style="left:${x}px;top:${y}px">
              ${this.word("branch", text)}
            </span>`,
        )}
        ${nodes.map((placed, index) => this.node(placed, index))}
      </div>
    </div>`;
  }

  private way({ d, from, to, unless, back }: Edge): TemplateResult {
    const { standings } = this;
    const taken =
      to === null
        ? standings.isReached(from) &&
          standings.of(from)?.standing === "done" &&
          !unless.some((path) => standings.isReached(path))
        : standings.isReached(to) && (!from || standings.isReached(from));
    const lit = back ? this.hasTurned(to ?? "") : taken;
    return svg`<path class="${lit ? "taken" : ""} ${back ? "back" : ""}" d=${d}></path>`;
  }

  /** Something in a loop was begun more than once. */
  private hasTurned(path: string): boolean {
    return this.layout.nodes.some(
      ({ node }) =>
        node.path.startsWith(`${path}/`) && (this.standings.of(node.path)?.count ?? 0) > 1,
    );
  }

  private node({ node, x, y }: Placed, index: number): TemplateResult {
    const stand = this.standings.of(node.path);
    const standing = stand?.standing ?? "unreached";
    const [name, more] = this.names(node);
    return html`<button
      class="node ${this.steps === null ? "" : standing}"
      style="left:${x}px;top:${y}px;width:${WIDTH}px;height:${HEIGHT}px"
      tabindex=${index === this.focused ? 0 : -1}
      data-place=${node.path}
      aria-pressed=${this.selected === node.path}
      aria-label=${this.spoken(name, more, stand)}
      title=${[name, more].filter(Boolean).join(" – ")}
      @click=${() => {
        this.select(node, stand, index);
      }}
    >
      ${icon(KIND_ICONS[node.kind] ?? KIND_ICONS["native"], "kind")}
      <span class="what">
        <span>${name}</span>
        ${more ? html`<small><span>${more}</span></small>` : nothing}
      </span>
      ${(stand?.count ?? 0) > 1
        ? html`<span class="count" aria-hidden="true">${number(this.hass, stand?.count ?? 0)}×</span>`
        : nothing}
      ${this.steps === null ? nothing : icon(STANDING_ICONS[standing], "mark")}
    </button>`;
  }

  /** What a node is called, and what there is to add. */
  private names(node: PlanNode): [string, string] {
    const isAction = ACTIONS.has(node.kind);
    const kind = this.word("kind", node.kind);
    const own = isAction ? actionName(node.title) : kind;
    const targets = (node.targets ?? []).map((id) => entityName(this.hass, id)).join(", ");
    const id = node.id !== null && node.depends_on.length ? node.id : "";
    const rest = isAction ? targets || id : this.rest(node);
    if (node.enabled === false) return [node.alias ?? own, this.t("graph.disabled")];
    if (node.alias === null) return [own, rest];
    return [node.alias, [own, targets].filter(Boolean).join(" – ")];
  }

  /** What a block or a plain step has to say beside its kind. */
  private rest({ kind, title }: PlanNode): string {
    const seconds = kind === "delay" ? /^([\d.]+) s$/.exec(title)?.[1] : undefined;
    if (seconds !== undefined) return duration(this.hass, Number(seconds));
    return title === kind || /^\d+$/.test(title) ? "" : title;
  }

  private spoken(name: string, more: string, stand: Stand | undefined): string {
    if (this.steps === null) return [name, more].filter(Boolean).join(", ");
    const state =
      stand === undefined ? this.t("graph.unreached") : this.word("step.status", stand.status);
    const count = stand?.count ?? 0;
    const often = count > 1 ? this.t("graph.times", { count: number(this.hass, count) }) : "";
    return [name, more, state, often].filter(Boolean).join(", ");
  }

  private select(node: PlanNode, stand: Stand | undefined, index: number): void {
    this.focused = index;
    this.selected = node.path;
    const detail = { place: node.path, path: stand?.path ?? null };
    this.dispatchEvent(new CustomEvent("step-selected", { detail }));
  }

  private readonly move = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>("button.node")];
    const at = buttons.indexOf(event.target as HTMLElement);
    const step = STEPS[event.key];
    if (at < 0 || step === undefined) return;
    const next = Math.min(Math.max(at + step, 0), buttons.length - 1);
    event.preventDefault();
    this.focused = next;
    buttons[next]?.focus();
  };
}

/** How far a key leads, in the order of the plan. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

const icon = (d: string | undefined, kind: string): TemplateResult =>
  html`<svg class=${kind} viewBox="0 0 24 24" aria-hidden="true"><path d=${d ?? ""}></path></svg>`;

declare global {
  interface HTMLElementTagNameMap {
    "action-engine-graph": PlanGraph;
  }
}
