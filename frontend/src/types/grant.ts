/** What people have allowed in advance. */

import type { Risk } from "./verdict";

export interface Grant {
  grant_id: string;
  policy: string;
  actions: string[];
  entity_ids: string[];
  risk: Risk;
  given_by: string;
  /** Null for somebody who is gone. */
  given_by_name: string | null;
  given: string;
  until: string;
  uses: number;
}
