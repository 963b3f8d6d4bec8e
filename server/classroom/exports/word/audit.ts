/**
 * The record of changes as on the page: who changed or said what, when and why. People sign this file, so it must show
 * how its marks came about.
 */
import { HeadingLevel } from 'docx';
import { minuteOf } from '#classroom/exports/local-time.ts';
import type { AuditEntry, FindingStatus } from '#contract/discussion.ts';
import type { ReportFile } from '#contract/report-file.ts';
import { say } from '#i18n/say.ts';
import { marks, minusMarks } from './figures.ts';
import { heading, paragraph, table } from './parts.ts';
import { STYLE } from './styles.ts';
import type { Block } from './tables.ts';

/** Empty for practice outside a lesson: nobody rules or comments there. */
export const auditPart = ({ seat, audit }: Pick<ReportFile, 'seat' | 'audit'>): Block[] => {
  if (seat === null) return [];
  return [
    heading(say('exports:word.audit.title'), HeadingLevel.HEADING_1),
    audit.length === 0
      ? paragraph(say('exports:word.audit.none'), { style: STYLE.meta })
      : table(
          [
            { head: say('exports:word.audit.at'), share: 0.17 },
            { head: say('exports:word.audit.by'), share: 0.12 },
            { head: say('exports:word.audit.deed'), share: 0.15 },
            { head: say('exports:word.audit.change'), share: 0.56 },
          ],
          audit.map((entry) => [
            minuteOf(entry.at),
            entry.by,
            say(`exports:word.audit.kind.${entry.kind}`),
            entryText(entry),
          ]),
        ),
  ];
};

/** An entry as the page shows it, each part on a line of its own. */
const entryText = ({ kind, title, change, total, words, reason }: AuditEntry): string => {
  const isSilent = words === null && (kind === 'commented' || kind === 'comment-edited' || kind === 'comment-deleted');
  return [
    title,
    change === null ? '' : changeText(change),
    total === null || change?.from.kind === 'score' || total.from === total.to ? '' : changedTotal(total),
    words?.before == null ? '' : say('exports:word.audit.before', { words: words.before }),
    words?.after ?? '',
    isSilent ? say('exports:word.audit.gone') : '',
    reason === '' ? '' : say('exports:word.audit.reason', { reason }),
  ]
    .filter((line) => line !== '')
    .join('\n');
};

const changeText = ({ from, to }: NonNullable<AuditEntry['change']>): string =>
  from.kind === 'score' && to.kind === 'score'
    ? changedTotal({ from: from.score, to: to.score })
    : `${statusText(from)} → ${statusText(to)}`;

const changedTotal = ({ from, to }: NonNullable<AuditEntry['total']>): string =>
  say('exports:word.audit.total', { from: marks(from), to: marks(to) });

const statusText = (status: FindingStatus): string => {
  if (status.kind === 'score') return marks(status.score);
  if (status.kind === 'point') return say(`exports:word.audit.point.${status.state}`);
  const state = say(`exports:word.audit.finding.${status.state}`);
  return status.state === 'counted' && status.marks !== 0 ? `${state} ${minusMarks(status.marks)}` : state;
};
