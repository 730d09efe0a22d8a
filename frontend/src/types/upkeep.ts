/** What the owner looks after: the catalog, language models, the journal. */

import type { Risk } from "./verdict";

export interface NamedAction {
  name: string;
  title: string;
  description: string;
  impact: Risk;
  requires_approval: boolean;
  rollback: "yes" | "partly" | "no";
  active: boolean;
  kind: "builtin" | "subentry" | "script" | "platform";
  /** Where it is from, as `kind:what`; only for administrators. */
  source?: string;
}

export interface Webhook {
  name: string;
  methods?: string[];
  is_signed?: boolean;
  /** Why nothing can be sent there. */
  problem?: string;
}

export interface Catalog {
  actions: NamedAction[];
  /** The rest is only for administrators. */
  problems?: { source: string; name: string; reason: string }[];
  webhooks?: Webhook[];
  templates?: string[];
}

export interface LlmApi {
  api_id: string;
  name: string;
  /** Who was given it. */
  users: { domain: string; title: string }[];
}

export interface Assistants {
  apis: LlmApi[];
  mcp_server: boolean;
}

export interface Check {
  ok: boolean;
  executions: number;
  events: number;
  /** Executions whose key is gone: nobody can say. */
  unknown_key: number;
  first_broken: { execution_id: string; seq: number | null; why: string } | null;
}

export interface Journal {
  health: { durable: boolean; reason: string | null; place: string; lost: number };
  size: {
    bytes: number | null;
    executions: number;
    open: number;
    events: number;
    oldest: string | null;
  } | null;
  keep_days: number;
  keep_count: number;
  encrypt: boolean;
  verified: (Check & { at: string }) | null;
}
