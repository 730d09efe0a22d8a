/** What is asked to be run. */

import type { State } from "./execution";

export type Values = Record<string, unknown>;

export interface RunData {
  /** One of the two. */
  script?: string;
  actions?: readonly Values[];
  variables?: Values;
  name?: string;
}

export interface Accepted {
  execution_id: string;
  state: State;
}

/** A named action of the catalog. */
export interface NamedAction {
  name: string;
  title: string;
}
