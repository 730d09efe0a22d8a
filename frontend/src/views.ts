import { html, type TemplateResult } from "lit";
import type { Hass } from "./hass";
import "./views/approvals-view";
import "./views/execution-view";
import "./views/executions-view";
import "./views/overview-view";
import "./views/try-view";

/** Shows a view; `id` is what stands after its name in the address, or empty. */
type Show = (hass: Hass, id: string) => TemplateResult;

/** The views by their names in the address, in the order of the tabs. */
export const VIEWS = {
  overview: (hass) => html`<action-engine-overview .hass=${hass}></action-engine-overview>`,
  approvals: (hass) =>
    html`<action-engine-approvals .hass=${hass}></action-engine-approvals>`,
  executions: (hass, id) =>
    id
      ? html`<action-engine-execution
          .hass=${hass}
          .executionId=${id}
        ></action-engine-execution>`
      : html`<action-engine-executions .hass=${hass}></action-engine-executions>`,
  try: (hass) => html`<action-engine-try .hass=${hass}></action-engine-try>`,
} satisfies Record<string, Show>;

export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as readonly ViewName[];
