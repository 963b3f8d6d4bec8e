import Papa from 'papaparse';

/** Rows of cells; `line` is 1-based, of the text or the sheet. */
export type Grid = readonly { line: number; cells: readonly string[] }[];

/** Characters kept of a cell: more than any name or number has. */
const MAX_CELL_CHARACTERS = 100;
const SEPARATOR = /[\t,，、;；|｜]/;
/** Rows and columns read: far more than any roster has. The rest of a file is ignored. */
export const MAX_ROWS = 5000;
export const MAX_COLUMNS = 40;
/** Two to four Han characters: a name in a row of names. */
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;

/** Pasted text or a text file as rows of cells; blank lines are left out. A line without separators is one cell. */
export const textGrid = (text: string): Grid => {
  // Only a CSV that quotes its cells needs a real parser; people's own lists mix their separators.
  if (text.includes('"')) return gridOf(quotedRows(text));
  const lines = text.split(/\r\n|\r|\n/, MAX_ROWS);
  const [firstLine, ...otherLines] = lines.filter((line) => line.trim() !== '');
  const names = firstLine !== undefined && otherLines.length === 0 ? namesInARow(firstLine) : null;
  return names ?? gridOf(lines.map((line) => line.split(SEPARATOR, MAX_COLUMNS)));
};

/** Rows with something in them, their cells trimmed. */
export const gridOf = (rows: readonly (readonly string[])[]): Grid =>
  rows
    .map((row, index) => ({
      line: index + 1,
      cells: row.slice(0, MAX_COLUMNS).map((cell) => cell.trim().slice(0, MAX_CELL_CHARACTERS)),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

const quotedRows = (text: string): string[][] =>
  Papa.parse<string[]>(text, { preview: MAX_ROWS, delimitersToGuess: ['\t', ',', ';', '，', '；', '|'] }).data;

/** 张三、李四、王五 on one line are three people. */
const namesInARow = (line: string): Grid | null => {
  const names = line.split(/[\s,，、;；|｜]+/).filter((name) => name !== '');
  if (names.length < 3 || !names.every((name) => HAN_NAME.test(name))) return null;
  return names.map((name) => ({ line: 1, cells: [name] }));
};

/** The text of a file. The first bytes tell UTF-16; otherwise it is UTF-8 or, if that doesn't decode, GBK. Null: no text. */
export const decodeText = (bytes: Buffer): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const text = decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
  // School systems often export an HTML table under a spreadsheet's name; it is refused.
  return text === null || text.includes('\0') || /^\s*<[!?a-z]/i.test(text) ? null : text;
};

const decodeAs = (encoding: string, bytes: Buffer): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
