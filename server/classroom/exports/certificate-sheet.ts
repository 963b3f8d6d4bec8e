/** The certificates of a run as a sheet of its workbook: each that was issued, withdrawn ones with why. */
import type { Sheet } from 'write-excel-file/node';
import { say } from '#i18n/say.ts';
import type { StoredCertificate } from '#storage/certificates.ts';
import { dayOf } from './local-time.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

/** What a row says, as it was issued. */
export type CertificateLine = {
  no: string;
  name: string;
  /** Twelve signs without dashes. */
  code: string;
  at: number;
  score: number;
  withdrawn: { at: number; why: string } | null;
};

export const certificateLines = (certificates: readonly StoredCertificate[]): CertificateLine[] =>
  certificates.map(({ code, at, facts: { no, name, score }, withdrawn }) => ({
    ...{ no, name, code, at, score },
    withdrawn: withdrawn && { at: withdrawn.at, why: withdrawn.why },
  }));

/** None while none was issued. */
export const certificateSheets = (lines: readonly CertificateLine[]): Sheet<Buffer>[] => {
  if (lines.length === 0) return [];
  const columns = [
    [say('exports:head.no'), 8],
    [say('exports:head.name'), 14],
    [say('exports:certificates.code'), 18],
    [say('exports:certificates.at'), 12],
    [say('exports:certificates.score'), 12],
    [say('exports:certificates.state'), 40],
  ] as const;
  return [
    {
      sheet: say('exports:certificates.sheet'),
      data: [
        columns.map(([name]) => head(name)),
        ...lines.map(({ no, name, code, at, score, withdrawn }) => [
          text(no),
          text(name),
          // In fours, as the paper has it.
          text(code.replace(/(.{4})(?=.)/g, '$1-')),
          text(dayOf(at)),
          number(score),
          text(
            withdrawn === null
              ? say('exports:certificates.counts')
              : say('exports:certificates.withdrawn', { date: dayOf(withdrawn.at), why: withdrawn.why }),
          ),
        ]),
      ],
      columns: widths(columns.map(([name, width]) => wide(name, width))),
      stickyRowsCount: 1,
    },
  ];
};
