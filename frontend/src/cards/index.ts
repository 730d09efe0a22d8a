/** What dashboards load: the cards, and nothing of the panel's views. */

import { ApprovalsCard } from "./approvals-card";
import { ExecutionsCard } from "./executions-card";
import { offer } from "./lovelace";
import { RunCard } from "./run-card";
import { StatusCard } from "./status-card";

offer("status", StatusCard);
offer("approvals", ApprovalsCard);
offer("run", RunCard);
offer("executions", ExecutionsCard);
