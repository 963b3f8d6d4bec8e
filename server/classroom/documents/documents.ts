/** Who makes Word and Excel files: this thread, or one of its own (`worker-documents.ts`). What was made is kept. */
import { createHash } from 'node:crypto';
import type { CertificateLine } from '#classroom/exports/certificate-sheet.ts';
import type { Analysis } from '#contract/analysis.ts';
import type { ProjectBoard } from '#contract/plans/projects.ts';
import type { PortfolioBody } from '#contract/portfolio.ts';
import type { ReportFile } from '#contract/report-file.ts';
import type { RunResults, RunRuling } from '#contract/results.ts';
import type { LeadBoard } from '#contract/together/leads.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';

/** A file to make, with all it says: the same question in the same language gives the same file. */
export type DocumentQuestion =
  | { kind: 'report'; file: ReportFile }
  | {
      kind: 'class';
      results: RunResults;
      rulings: readonly RunRuling[];
      rubric: Rubric;
      certificates: readonly CertificateLine[];
      /** Of a project task; left out: none. */
      project?: ProjectBoard;
      /** What its leads answered; left out: nobody led. */
      leads?: LeadBoard;
    }
  | { kind: 'service-data'; analysis: Analysis }
  | { kind: 'portfolio'; body: PortfolioBody; rubric: Rubric };

/** Answers with the file's bytes, in the language of whoever asks. */
export type Documents = { make(question: DocumentQuestion): Promise<Buffer>; close(): void };
/** `forget`: drops the files kept, because words of somebody were deleted. */
export type CachedDocuments = Documents & { forget(): void };

/** The file's bytes. Each kind's code is loaded when it is first wanted: Word's is a megabyte. */
export const documentOf = async (question: DocumentQuestion): Promise<Buffer> => {
  switch (question.kind) {
    case 'report': {
      const { reportDocument } = await import('#classroom/exports/word/report-document.ts');
      return reportDocument(question.file);
    }
    case 'class': {
      const { workbook } = await import('#classroom/exports/export-workbook.ts');
      const { results, rulings, rubric, certificates, ...boards } = question;
      return workbook(results, rulings, rubric, certificates, boards);
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
};

export const inProcessDocuments: Documents = { make: documentOf, close: () => {} };

/** Files in memory: enough for a class that downloads its reports after the lesson (20 kB each, a workbook 200 kB). */
const MAX_CACHED = 64;

/** Makes each file once for all who ask for the same, and keeps the latest. A file that couldn't be made is made anew. */
export const cachingDocuments = (documents: Documents): CachedDocuments => {
  const cache = new Map<string, Promise<Buffer>>();
  return {
    make: (question) => {
      const key = createHash('sha256')
        .update(JSON.stringify([language(), question]))
        .digest('base64');
      const file = cache.get(key) ?? documents.make(question);
      cache.delete(key);
      cache.set(key, file);
      file.catch(() => {
        if (cache.get(key) === file) cache.delete(key);
      });
      const [oldest] = cache.keys();
      if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
      return file;
    },
    forget: () => cache.clear(),
    close: () => {
      cache.clear();
      documents.close();
    },
  };
};
