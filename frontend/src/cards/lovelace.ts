/** What dashboards want of a card, and where cards are offered. */

import type { Key } from "../localize";
import { say } from "./say";

/** As it stands in a dashboard; Home Assistant adds keys of its own. */
export type CardConfig = Readonly<Record<string, unknown>>;

export interface Field {
  name: string;
  required?: boolean;
  selector: Record<string, unknown>;
}

/** Home Assistant makes a visual editor of it. */
export interface ConfigForm {
  schema: Field[];
  computeLabel(field: Field): string;
  computeHelper(field: Field): string | undefined;
}

export interface GridOptions {
  columns: number;
  rows: "auto";
  min_columns: number;
}

interface Offered {
  type: string;
  name: string;
  description: string;
  preview: boolean;
  documentationURL: string;
}

declare global {
  interface Window {
    customCards?: Offered[];
  }
}

const DOCUMENTATION =
  "https://github.com/action-engine/action_engine/blob/main/docs/how-to/cards.md";

export type Kind = "status" | "approvals" | "run" | "executions";

/** Defines a card and puts it into the picker; one that is there already stays. */
export const offer = (kind: Kind, card: CustomElementConstructor): void => {
  const type = `action-engine-${kind}-card`;
  if (customElements.get(type)) return;
  customElements.define(type, card);
  (window.customCards ??= []).push({
    type,
    name: say(`card.${kind}` satisfies Key),
    description: say(`card.${kind}.what` satisfies Key),
    preview: true,
    documentationURL: DOCUMENTATION,
  });
};
