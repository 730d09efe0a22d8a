/** The plan of an execution, or of what is only being checked, as a tree. */

export interface PlanNode {
  /** Where the step stands; the paths of its occurrences have the turns of loops too. */
  path: string;
  kind: string;
  title: string;
  alias: string | null;
  id: string | null;
  depends_on: string[];
  targets?: string[];
  /** Only there if it is false. */
  enabled?: boolean;
  branches: PlanBranch[];
}

export interface PlanBranch {
  label: string;
  path: string;
  steps: PlanNode[];
}

export interface Plan {
  steps: PlanNode[];
  truncated: boolean;
  /** How many steps there are, also those that were cut off. */
  size: number;
}
