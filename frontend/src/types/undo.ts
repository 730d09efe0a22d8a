/** What an undo would do, or does. */

export interface UndoItem {
  entity_id: string | null;
  path: string;
  what: string;
  reason: string;
}

export interface Undo {
  executions: string[];
  items: UndoItem[];
  execution_id?: string;
}
