/** A unified diff as `git apply` reads it. */

const CONTEXT = 3;

type Line = { sign: ' ' | '-' | '+'; text: string; before: number; after: number };

/** The diff of one file; `path` is written behind a/ and b/. Empty where nothing differs. */
export const unifiedDiff = (path: string, linesBefore: string, linesAfter: string): string => {
  if (linesBefore === linesAfter) return '';
  const hunks = hunksOf(changes(linesOf(linesBefore), linesOf(linesAfter))).map(hunkText);
  return [`diff --git a/${path} b/${path}`, `--- a/${path}`, `+++ b/${path}`, ...hunks].join('\n').concat('\n');
};

/** The lines of a text with their line breaks, so that a last line without one differs from one with it. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const changes = (before: readonly string[], after: readonly string[]): Line[] => {
  // longest[i][j]: how many lines `before` from i on and `after` from j on have in common. Cases have a few hundred lines.
  const longest = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const row = longest[i];
    if (!row) continue;
    for (let j = after.length - 1; j >= 0; j--)
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && old === now) {
      lines.push({ sign: ' ', text: old, before: i++, after: j++ });
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: '-', text: old, before: i++, after: j });
    } else if (now !== undefined) {
      lines.push({ sign: '+', text: now, before: i, after: j++ });
    }
  }
  return lines;
};

const hunksOf = (lines: readonly Line[]): Line[][] => {
  const hunks: Line[][] = [];
  let openHunk: Line[] = [];
  let quiet = 0;
  lines.forEach((line, index) => {
    quiet = line.sign === ' ' ? quiet + 1 : 0;
    if (openHunk.length === 0 && line.sign !== ' ') openHunk = lines.slice(Math.max(0, index - CONTEXT), index);
    if (openHunk.length > 0 || line.sign !== ' ') openHunk.push(line);
    if (quiet > 2 * CONTEXT && openHunk.length > 0) {
      hunks.push(openHunk.slice(0, CONTEXT - quiet));
      openHunk = [];
    }
  });
  if (openHunk.length > 0) hunks.push(openHunk.slice(0, openHunk.length - Math.max(0, quiet - CONTEXT)));
  return hunks;
};

const hunkText = (hunk: readonly Line[]): string => {
  const rangeOf = (sign: '-' | '+', from: (line: Line) => number): string => {
    const count = hunk.filter((line) => line.sign === ' ' || line.sign === sign).length;
    const first = hunk[0] ? from(hunk[0]) : 0;
    return `${sign}${count === 0 ? first : first + 1}${count === 1 ? '' : `,${count}`}`;
  };
  const head = `@@ ${rangeOf('-', (line) => line.before)} ${rangeOf('+', (line) => line.after)} @@`;
  const body = hunk.map(({ sign, text }) =>
    text.endsWith('\n') ? `${sign}${text.slice(0, -1)}` : `${sign}${text}\n\\ No newline at end of file`,
  );
  return [head, ...body].join('\n');
};
