/** What the gate answers. */

export type Risk = "low" | "medium" | "high" | "critical";

export interface Reason {
  rule: string;
  decision: string;
  code: string;
  text: string;
}

export interface Touch {
  place: string;
  action: string;
  tool?: string;
  entity_ids: string[];
  everything: boolean;
  risk: Risk;
  why: string;
  reversible: boolean;
  opened_from: string | null;
  /** The parameters, without what is secret; only questions have them. */
  data?: Record<string, unknown>;
  /** There are templates in the parameters or targets. */
  templated?: boolean;
}

export interface Verdict {
  decision?: string;
  policy?: string;
  reasons?: Reason[];
  impact?: {
    risk: Risk;
    reversible: "yes" | "partly" | "no";
    expected_seconds: number | null;
    steps: Touch[];
  } | null;
}
