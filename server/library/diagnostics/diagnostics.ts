/** What the reader and the checks report: a stable code at a place in an author's file. */
import { type Code, type Severity, severityOf } from './codes.ts';

/** 1-based, as editors count. */
export type FilePosition = { line: number; column: number };

export type Diagnostic = FilePosition & { code: Code; severity: Severity; file: string; message: string };

/** A path into the authored value: map keys and 0-based list positions. */
export type Path = readonly (string | number)[];

/** A fault found by a check; its path becomes a place when it is made a diagnostic. */
export type Fault = { code: Code; path: Path; message: string };

/** Makes a diagnostic. The code alone decides the severity, not the place. */
export const diagnose = (code: Code, file: string, place: FilePosition, message: string): Diagnostic => {
  return { code, severity: severityOf(code), file, line: place.line, column: place.column, message };
};

/** Sorted by file, then by place, so that two faults on one line stand together. */
export const inReadingOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] => {
  return [...diagnostics].sort(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') ||
      a.line - b.line ||
      a.column - b.column ||
      a.code.localeCompare(b.code, 'en'),
  );
};
