/** 改动记录: who changed or said what, when and why, as on the page, so that what is signed says how it came about. */
import { HeadingLevel } from 'docx';
import { minuteOf } from '#classroom/exports/local-time.ts';
import type { AuditEntry, AuditKind, Standing } from '#contract/discussion.ts';
import type { ReportFile } from '#contract/report-file.ts';
import { lost, marks } from './figures.ts';
import { heading, paragraph, table } from './parts.ts';
import { STYLE } from './styles.ts';
import type { Block } from './tables.ts';

const KINDS: Readonly<Record<AuditKind, string>> = {
  ruled: '改判',
  'ruling-undone': '撤销改判',
  commented: '写评语',
  'comment-edited': '改评语',
  'comment-deleted': '删评语',
  appealed: '申诉',
  'appeal-withdrawn': '撤回申诉',
  'appeal-kept': '申诉：维持',
  'appeal-changed': '申诉：改判',
  published: '发布成绩',
  unpublished: '收回成绩',
};
const POINTS = { unsure: '待核', covered: '答到了', wrong: '答错了', 'not-said': '没答到' } as const;
const FINDINGS = { unsure: '待核', counted: '算错', dismissed: '不算错' } as const;

/** Nothing for practice outside a lesson: there nobody rules or comments. */
export function auditPart({ seat, audit }: Pick<ReportFile, 'seat' | 'audit'>): Block[] {
  if (seat === null) return [];
  return [
    heading('改动记录', HeadingLevel.HEADING_1),
    audit.length === 0
      ? paragraph('还没有人改过这份报告。', { style: STYLE.meta })
      : table(
          [
            { head: '时间', share: 0.17 },
            { head: '谁', share: 0.12 },
            { head: '做了什么', share: 0.15 },
            { head: '哪一处，怎么变的', share: 0.56 },
          ],
          audit.map((entry) => [minuteOf(entry.at), entry.by, KINDS[entry.kind], told(entry)]),
        ),
  ];
}

/** Line by line what the page shows of an entry. */
function told({ kind, title, change, total, words, reason }: AuditEntry): string {
  const silent = words === null && (kind === 'commented' || kind === 'comment-edited' || kind === 'comment-deleted');
  return [
    title,
    change === null
      ? ''
      : `${change.from.kind === 'score' ? '总分 ' : ''}${standing(change.from)} → ${standing(change.to)}`,
    total === null || change?.from.kind === 'score' || total.from === total.to
      ? ''
      : `总分 ${marks(total.from)} → ${marks(total.to)}`,
    words?.before == null ? '' : `原来：${words.before}`,
    words?.after ?? '',
    silent ? '内容已删' : '',
    reason === '' ? '' : `理由：${reason}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function standing(one: Standing): string {
  if (one.kind === 'score') return marks(one.score);
  if (one.kind === 'point') return POINTS[one.state];
  return one.state === 'counted' && one.marks !== 0 ? `${FINDINGS.counted} ${lost(one.marks)}` : FINDINGS[one.state];
}
