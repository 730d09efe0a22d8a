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
}
