/** A question to people. */

import type { Risk, Verdict } from "./verdict";

export interface Approval {
  approval_id: string;
  execution_id: string;
  name: string;
  policy: string;
  answer: string;
  risk: Risk;
  asked: string;
  expires: string;
  needed: number;
  agreed: string[];
  verdict: Verdict;
  /** What the asker says about himself; nothing of it is known to be true. */
  claim: Record<string, unknown>;
  may_answer: boolean;
  asker?: Asker;
  /** Of those who have agreed or answered, by their ids. */
  names?: Record<string, string | undefined>;
  /** Of one that was answered. */
  answered?: string | null;
  answered_by?: string | null;
  notes?: string | null;
}

/** Who has asked, as far as it is known. */
export interface Asker {
  kind: "person" | "automation" | "script" | "agent" | "system" | null;
  /** Of the account. */
  name: string | null;
  /** The automation or script in which it was asked. */
  entity_id: string | null;
  agent: { assistant: string | null; platform: string | null } | null;
}

/** What a question is about, to be changed. */
export interface Proposal {
  /** YAML. */
  actions: string;
  /** Something secret was left out: it cannot be handed in again. */
  hidden: boolean;
  /** A part of it has been done already. */
  begun: boolean;
}
