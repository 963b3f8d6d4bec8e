/** A report to take away: its file's content and name. */

import type { AuditEntry } from '#contract/discussion.ts';
import type { Report } from '#contract/report.ts';
import { REPORT_FILE_SCHEMA, REPORT_FILE_VERSION, type ReportFile } from '#contract/report-file.ts';
import { say } from '#i18n/say.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { fileNamePart } from './file-name.ts';
import { dayOf } from './local-time.ts';

/** The report as scored, with whose it is, what it was scored from, and what people changed in it. */
export const reportFile = async (
  { runs }: Pick<Storage, 'runs'>,
  row: DrillRow,
  report: Report,
  audit: readonly AuditEntry[],
): Promise<ReportFile> => {
  const { place } = row;
  const seat = place === null ? null : await runs.seat(place.seat);
  return {
    schema: REPORT_FILE_SCHEMA,
    version: REPORT_FILE_VERSION,
    drill: row.id,
    contentHash: row.contentHash,
    rubric: { id: report.rubric.id, date: report.rubric.date },
    mode: row.mode,
    openedAt: row.openedAt,
    endedAt: row.endedAt,
    seat:
      place === null
        ? null
        : { run: (await runs.run(place.run))?.name ?? '', no: seat?.no ?? '', name: seat?.name ?? '' },
    report,
    audit: [...audit],
  };
};

/** 改进报告-<name>-<date>; without a name outside a lesson, where nobody is asked for one. */
export const reportFileName = ({ seat, openedAt }: Pick<ReportFile, 'seat' | 'openedAt'>, ending: string): string => {
  const name = fileNamePart(seat?.name ?? '');
  return `${[say('exports:word.title'), ...(name === '' ? [] : [name]), dayOf(openedAt)].join('-')}.${ending}`;
};
