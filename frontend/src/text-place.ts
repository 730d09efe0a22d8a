/** Where in a text of YAML something is wrong, as a message of the API says. Pure. */

export interface TextPlace {
  /** Beginning with 1. */
  line: number;
  /** Of the whole line, in characters. */
  start: number;
  end: number;
}

/** Null if the message names no place in the text. */
export const placeIn = (text: string, message: string): TextPlace | null => {
  const line = Number(/\bline (\d+), column \d+/.exec(message)?.[1] ?? 0);
  if (line > 0) return lineOf(text, line);
  const step = /(?:^|\s)(\d+)(?:\/[\w/-]+)?: /.exec(message)?.[1];
  return step === undefined ? null : stepOf(text, Number(step));
};

const lineOf = (text: string, wanted: number): TextPlace => {
  const lines = text.split("\n");
  // What is missing is missing after the last line.
  const line = Math.min(wanted, lines.length);
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { line, start, end: start + (lines[line - 1]?.length ?? 0) };
};

/** Steps are counted from 0; each begins with a dash at the margin of the first one. */
const stepOf = (text: string, wanted: number): TextPlace | null => {
  const lines = text.split("\n");
  const margin = /^( *)- /.exec(lines.find((one) => /^ *- /.test(one)) ?? "")?.[1];
  if (margin === undefined) return null;
  const begins = lines.flatMap((one, n) => (one.startsWith(`${margin}- `) ? [n + 1] : []));
  const line = begins[wanted];
  return line === undefined ? null : lineOf(text, line);
};
