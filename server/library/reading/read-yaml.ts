/** YAML → a plain value, with the place of everything in it, so that each diagnostic has file, line and column. */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Diagnostic, diagnose, type FilePosition, type Path } from '#library/diagnostics/diagnostics.ts';
import { keepValue, keptValue } from './kept-yaml.ts';
import { explainSyntax, wideColon } from './yaml-syntax.ts';
import { mendTraps } from './yaml-traps.ts';

export type YamlSource = {
  /** The file's name as diagnostics show it. */
  file: string;
  /** Plain JSON; null when the file can't be read at all. */
  value: unknown;
  /** The place of the key (in a map) or the item (in a list) at the path; if there is none, of the nearest one above. */
  locate(path: Path): FilePosition;
  /** The path in the file; another one only where the value was made of a case that varies. */
  pathInFile(path: Path): Path;
};

/** Reads one file's text. After a syntax error the value is null; slips whose meaning is clear are corrected. */
export const readYaml = (file: string, text: string): { source: YamlSource; diagnostics: Diagnostic[] } => {
  const kept = keptValue(text);
  if (kept !== undefined)
    return { source: { file, value: kept, locate: lazyLocate(text), pathInFile: same }, diagnostics: [] };
  const { doc, place, locate } = parsed(text);
  const error = doc.errors[0];
  const slip = error ? explainSyntax(error.code, error.pos[0], text) : isMap(doc.contents) ? null : wideColon(text);
  if (slip) {
    const { code, offset, message } = slip;
    return {
      source: { file, value: null, locate, pathInFile: same },
      diagnostics: [diagnose(code, file, place(offset), message)],
    };
  }
  const traps = mendTraps(doc, text);
  const diagnostics = traps.map((trap) => diagnose(trap.code, file, place(trap.offset), trap.message));
  const isReadable = traps.every((trap) => trap.code !== 'yaml-syntax');
  const value: unknown = isReadable ? doc.toJS() : null;
  if (diagnostics.length === 0) keepValue(text, value);
  return { source: { file, value, locate, pathInFile: same }, diagnostics };
};

type Parsed = { doc: Document.Parsed; place: (offset: number) => FilePosition; locate: YamlSource['locate'] };

const parsed = (text: string): Parsed => {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const place = (offset: number): FilePosition => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return { doc, place, locate: (path) => place(offsetOf(doc, path)) };
};

/** Places are asked for only where a fault is reported, so the text is parsed no sooner. */
const lazyLocate = (text: string): YamlSource['locate'] => {
  let found: Parsed | null = null;
  return (path) => {
    found ??= parsed(text);
    return found.locate(path);
  };
};

const same = (path: Path): Path => path;

const offsetOf = (doc: Document.Parsed, path: Path): number => {
  let node: Node | null = doc.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    let next: Node | null = null;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      offset = (isScalar(pair?.key) ? startOf(pair.key) : null) ?? offset;
      next = isNodeLike(pair?.value) ? pair.value : null;
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      next = isNodeLike(item) ? item : null;
      offset = startOf(next) ?? offset;
    }
    if (next === null) return offset;
    node = next;
  }
  return offset;
};

const isNodeLike = (value: unknown): value is Node => {
  return isMap(value) || isSeq(value) || isScalar(value);
};

const startOf = (node: Node | null): number | null => {
  return node?.range?.[0] ?? null;
};
