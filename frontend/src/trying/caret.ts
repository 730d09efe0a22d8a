/** Lines and columns of a text, counted from one as in errors. */

export interface Spot {
  line: number | null;
  column: number | null;
}

/** The part of a text that is selected to show a spot: from its column to the line's end. */
export const rangeOf = (text: string, { line, column }: Spot): [number, number] => {
  const lines = text.split("\n");
  const index = Math.min(Math.max(line ?? 1, 1), lines.length) - 1;
  const before = lines.slice(0, index).reduce((sum, one) => sum + one.length + 1, 0);
  const { length } = lines[index] ?? "";
  const start = before + Math.min(Math.max(column ?? 1, 1) - 1, length);
  return [start, before + length];
};

/** The line in which a position of a text is. */
export const lineAt = (text: string, position: number): number =>
  text.slice(0, position).split("\n").length;
