/** How the gate and the engine are set, and how they stand. */

export interface Policy {
  policy_id: string;
  name: string;
  status: "disabled" | "canary" | "supervised" | "full_auto";
  left: { hour_left: number | null; day_left: number | null };
  /** Only for whoever is asked under this policy. */
  settings?: {
    trust: { canary_percentage: number };
    limits: { max_per_hour: number; max_per_day: number };
  };
}

export interface Circuit {
  key: string;
  state: "closed" | "open" | "half_open";
  failures: number;
  error: string | null;
}

export interface Settings {
  enabled: boolean;
  panicked: boolean;
  policies: Policy[];
  /** Only for administrators. */
  circuits?: Circuit[];
  options?: { safety?: { approval_code?: boolean } };
}
