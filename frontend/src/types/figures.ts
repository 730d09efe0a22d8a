/** What the last days were like. */

export interface Day {
  /** As in `2026-11-21`, by the clock of the home. */
  date: string;
  success: number;
  failed: number;
  other: number;
  /** On average, of what succeeded; null if nothing did. */
  seconds: number | null;
}

export interface Figures {
  days: Day[];
  /** Per cent; null if nothing has ended. */
  success_rate: number | null;
}
