/** How the gate and the engine are set, and how they stand. */

/** Whose requests a policy is about. */
export interface Applies {
  users: string[];
  entities: string[];
  labels: string[];
  assistants: string[];
  platforms: string[];
  agents: boolean;
  household: boolean;
}

export interface Policy {
  policy_id: string;
  name: string;
  status: "disabled" | "canary" | "supervised" | "full_auto";
  /** The one that the policy keeps itself, if it does. */
  mode?: string | null;
  left: {
    hour_left: number | null;
    day_left: number | null;
    /** Units, not calls. */
    budget_left?: number | null;
  };
  /** Of a policy that is opened from stage to stage; `next` is a date. */
  rollout?: { stage: number; stages: number; percentage: number; next: string | null };
  /** Only for whoever is asked under this policy. */
  settings?: {
    trust: {
      canary_percentage: number;
      enabled?: boolean;
      trusted?: boolean;
      safety_mode?: string;
      auto_approval_threshold?: number;
    };
    limits: { max_per_hour: number; max_per_day: number; budget?: number };
    applies?: Applies;
    approvals?: { approvers: string[] };
  };
}

export interface Circuit {
  key: string;
  state: "closed" | "open" | "half_open";
  failures: number;
  error: string | null;
  /** Seconds since the epoch. */
  opened?: number | null;
}

export interface Settings {
  enabled: boolean;
  panicked: boolean;
  policies: Policy[];
  /** Only for administrators. */
  circuits?: Circuit[];
  options?: Partial<Record<string, Record<string, unknown>>> & {
    safety?: { approval_code?: boolean };
  };
  /** Names of accounts by id; only for administrators. */
  people?: Record<string, string>;
}
