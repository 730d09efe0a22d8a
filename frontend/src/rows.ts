/** A list that is open at the top, while new rows come. Pure. */

import type { Page, Row, State } from "./types/execution";

export interface Shown {
  rows: Row[];
  /** Where the page after the last row begins, null if there is none. */
  next: string | null;
}

/** Rows that are shown at most: what is further up is let go. */
export const MOST = 2000;

/**
 * The rows with a newest page laid over them. Ids are in the order of time, so what the
 * page reaches over and does not have is no longer like what was asked for. If there may
 * be others between the two, only the page is left.
 */
export const renewed = (known: Shown, page: Page): Shown => {
  const [first] = known.rows;
  const last = page.executions.at(-1);
  if (!first || !last) return { rows: page.executions, next: page.next };
  if (page.next !== null && last.execution_id > first.execution_id) {
    return { rows: page.executions, next: page.next };
  }
  const below =
    page.next === null
      ? []
      : known.rows.filter((row) => row.execution_id < last.execution_id);
  const old = new Map(known.rows.map((row) => [row.execution_id, row]));
  const above = page.executions.map((row) => same(old.get(row.execution_id), row));
  return {
    rows: [...above, ...below],
    next: below.length ? known.next : page.next,
  };
};

/** How many rows of a page are above all that is known. */
export const newer = (known: Shown, page: Page): number => {
  const first = known.rows[0]?.execution_id ?? "";
  return page.executions.filter((row) => row.execution_id > first).length;
};

/** The rows with an older page below them; the newest go where there are too many. */
export const longer = (known: Shown, page: Page): Shown => ({
  rows: [...known.rows, ...page.executions].slice(-MOST),
  next: page.next,
});

/** The rows after something has moved; the same ones if none of them has. */
export const moved = (rows: Row[], states: ReadonlyMap<string, State>): Row[] => {
  if (!rows.some((row) => differs(row, states))) return rows;
  return rows.map((row) => {
    const state = states.get(row.execution_id);
    return state === undefined || state === row.state ? row : { ...row, state };
  });
};

const differs = (row: Row, states: ReadonlyMap<string, State>): boolean => {
  const state = states.get(row.execution_id);
  return state !== undefined && state !== row.state;
};

/** The row that is there already, if nothing about it is new: it need not be drawn again. */
const same = (known: Row | undefined, row: Row): Row =>
  known && JSON.stringify(known) === JSON.stringify(row) ? known : row;
