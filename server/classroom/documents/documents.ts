/** Who makes Word and Excel files: this thread, or one of its own (`worker-documents.ts`). What was made is kept. */
import { createHash } from 'node:crypto';
import type { Analysis } from '#contract/analysis.ts';
import type { PortfolioBody } from '#contract/portfolio.ts';
import type { ReportFile } from '#contract/report-file.ts';
import type { RunResults, RunRuling } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';

/** A file to make, with all it says: the same question in the same language gives the same file. */
export type DocumentQuestion =
  | { kind: 'report'; file: ReportFile }
  | { kind: 'class'; results: RunResults; rulings: readonly RunRuling[]; rubric: Rubric }
  | { kind: 'service-data'; analysis: Analysis }
  | { kind: 'portfolio'; body: PortfolioBody; rubric: Rubric };

/** Answers with the file's bytes, in the language of whoever asks. */
export type Documents = { make(question: DocumentQuestion): Promise<Buffer>; close(): void };
/** `forget`: drops the files kept, because words of somebody were deleted. */
export type KeptDocuments = Documents & { forget(): void };

/** The file's bytes. Each kind's code is loaded when it is first wanted: Word's is a megabyte. */
export async function documentOf(question: DocumentQuestion): Promise<Buffer> {
  switch (question.kind) {
    case 'report': {
      const { reportDocument } = await import('#classroom/exports/word/report-document.ts');
      return reportDocument(question.file);
    }
    case 'class': {
      const { workbook } = await import('#classroom/exports/export-workbook.ts');
      return workbook(question.results, question.rulings, question.rubric);
    }
    case 'service-data': {
      const { serviceDataWorkbook } = await import('#classroom/exports/export-service-data.ts');
      return serviceDataWorkbook(question.analysis);
    }
    case 'portfolio': {
      const { portfolioWorkbook } = await import('#classroom/exports/export-portfolio.ts');
      return portfolioWorkbook(question.body, question.rubric);
    }
  }
}

export const inProcessDocuments: Documents = { make: documentOf, close: () => {} };

/** Files kept: of a class that takes its reports after the lesson, each some 20 kB, a class's workbook 200 kB. */
const MAX_KEPT = 64;

/** Makes each file once for all who ask for the same, and keeps the latest. A file that couldn't be made is made anew. */
export function keepingDocuments(documents: Documents): KeptDocuments {
  const kept = new Map<string, Promise<Buffer>>();
  return {
    make: (question) => {
      const key = createHash('sha256')
        .update(JSON.stringify([language(), question]))
        .digest('base64');
      const made = kept.get(key) ?? documents.make(question);
      kept.delete(key);
      kept.set(key, made);
      made.catch(() => {
        if (kept.get(key) === made) kept.delete(key);
      });
      const [oldest] = kept.keys();
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
      return made;
    },
    forget: () => kept.clear(),
    close: () => {
      kept.clear();
      documents.close();
    },
  };
}
