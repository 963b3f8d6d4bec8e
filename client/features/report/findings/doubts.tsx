import { useState } from 'react';
import { Link } from 'react-router';
import { FindingLink } from '#client/features/report/links/finding-link.tsx';
import { useRulings } from '#client/features/report/model/use-rulings.ts';
import { DOUBTS_ID, useSectionOfAddress } from '#client/features/report/model/use-section-of-address.ts';
import { ExampleCheck } from '#client/features/report/rulings/example-check.tsx';
import { RushDisclosure } from '#client/features/report/rush/rush-disclosure.tsx';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import {
  doubtCount,
  findingDoubts,
  type LooseDoubt,
  looseDoubts,
  type PointDoubt,
  pointDoubts,
} from '#client/lib/reports/report-doubts.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Report, ReportFinding } from '#contract/report.ts';
import { DoubtReply } from './doubt-reply.tsx';
import { FindingRuling } from './finding-ruling.tsx';

type Props = { report: Report; drillId: string; isInRun: boolean; numbers: ReadonlyMap<string, number> };

/**
 * 待核: all replies the judge wasn't sure of, in one place. They don't count in the marks until somebody rules on them
 * (RULES M2).
 */
export const Doubts = ({ report, drillId, isInRun, numbers }: Props) => {
  const { t } = useTranslation('report');
  const rulings = useRulings();
  const [keepsExample, setKeepsExample] = useState(true);
  useSectionOfAddress(DOUBTS_ID);
  const points = pointDoubts(report);
  const findings = findingDoubts(report);
  const loose = looseDoubts(report);
  const rowCount = points.length + findings.length + loose.length;
  if (rowCount === 0) return null;
  const names = new Map(report.conversations.map((conversation) => [conversation.conversation, conversation.name]));
  const openCount = doubtCount(report);
  // A view can be noted on points alone; practice has nobody who rules.
  const noteAtHome = points.length > 0 ? 'noteHomeView' : 'noteHome';
  const noteForTrainee = isInRun ? 'noteTrainee' : noteAtHome;
  const noteOfOpen = rulings === null ? noteForTrainee : 'noteStaff';
  const note = openCount === 0 ? 'settled' : noteOfOpen;
  return (
    <section id={DOUBTS_ID} tabIndex={-1} aria-labelledby="doubts-head" className="scroll-mt-60 focus:outline-none">
      <SectionHeader
        id="doubts-head"
        title={openCount === 0 ? t('doubts.none') : t('doubts.title', { count: openCount })}
        note={t(`doubts.${note}`)}
      />
      <Panel>
        <RushDisclosure report={report} head={t('doubts.summary', { n: rowCount })}>
          {rulings !== null && points.some(({ replies }) => replies.some((reply) => reply.doubtful)) ? (
            <div className="border-line border-b bg-soft px-16 py-6 max-pane:px-14 print:hidden">
              <ExampleCheck checked={keepsExample} onChange={setKeepsExample} />
            </div>
          ) : null}
          {points.map((doubt) => (
            <PointRow
              key={`${doubt.conversation} ${doubt.point.id}`}
              {...{ doubt, drillId, isInRun, keepsExample }}
              name={names.get(doubt.conversation) ?? ''}
            />
          ))}
          {findings.map((finding) => (
            <FindingRow
              key={finding.key}
              finding={finding}
              name={names.get(finding.conversation) ?? ''}
              number={numbers.get(finding.id)}
            />
          ))}
          {loose.map((doubt) => (
            <LooseRow
              key={`${doubt.conversation} ${doubt.at}`}
              doubt={doubt}
              name={names.get(doubt.conversation) ?? ''}
            />
          ))}
        </RushDisclosure>
      </Panel>
    </section>
  );
};

const ROW_CLASS =
  'grid grid-cols-[280px_minmax(0,1fr)] gap-x-16 gap-y-4 border-line border-b px-16 py-10 last:border-b-0 max-side:grid-cols-1 max-pane:px-14 print:grid-cols-[180px_minmax(0,1fr)] print:break-inside-avoid';

/** What else decides what the point costs: it stands wrong, or a later reply told it and the row above says 答清了 (RULES M208). */
const noteOn = ({ point, replies }: PointDoubt): 'costsWhole' | 'toldLater' | null => {
  if (point.state === 'wrong') return 'costsWhole';
  return point.state === 'covered' && replies.some(({ doubtful }) => doubtful) ? 'toldLater' : null;
};

type RowProps = { doubt: PointDoubt; name: string; drillId: string; isInRun: boolean; keepsExample: boolean };

const PointRow = ({ doubt, name, ...rest }: RowProps) => {
  const { t } = useTranslation('report');
  const { conversation, question, openedAt, point, replies } = doubt;
  const note = noteOn(doubt);
  return (
    <article className={ROW_CLASS} aria-label={question}>
      <div>
        <h3 lang="zh-CN" className="font-semibold">
          {question}
        </h3>
        <p className="text-12 text-ink-3">{t('ledger.asked', { name, at: clock(openedAt) })}</p>
      </div>
      <div>
        <p className="text-ink-2">
          {t('doubts.wanted', { point: point.text })}
          {point.must ? null : <span className="text-12 text-ink-3">{t('ledger.bonus')}</span>}
        </p>
        {note === null ? null : <p className="text-12 text-ink-3">{t(`doubts.${note}`)}</p>}
        <ul className="mt-4">
          {replies.map((reply) => (
            <DoubtReply key={reply.turn} subject={{ conversation, question, point }} reply={reply} {...rest} />
          ))}
        </ul>
      </div>
    </article>
  );
};

/** What nobody can rule on: the moment, and that it stays as it is. */
const LooseRow = ({ doubt, name }: { doubt: LooseDoubt; name: string }) => {
  const { t } = useTranslation('report');
  return (
    <article className={ROW_CLASS} aria-label={doubt.text}>
      <p className="text-12 text-ink-3">
        <Link to={`?at=${doubt.conversation}:${doubt.at}`} className="link max-pane:py-12 pointer-coarse:py-12">
          {t('moments.place', { name, at: clock(doubt.at) })}
        </Link>
      </p>
      <div>
        <p lang="zh-CN" className="wrap-anywhere border-warn-solid border-l-3 pl-10">
          {doubt.text}
        </p>
        <p className="mt-4 text-12 text-ink-3">{t('doubts.looseNote')}</p>
      </div>
    </article>
  );
};

type FindingProps = { finding: ReportFinding; name: string; number: number | undefined };

const FindingRow = ({ finding, name, number }: FindingProps) => {
  const { t } = useTranslation('report');
  return (
    <article className={ROW_CLASS} aria-label={finding.title}>
      <div>
        <h3 className="font-semibold">{finding.title}</h3>
        <p className="flex flex-wrap items-baseline gap-x-8 text-12 text-ink-3">
          {t('doubts.saidTo', { name, at: clock(finding.at) })}
          <FindingLink id={finding.id} number={number} />
        </p>
      </div>
      <div>
        <p lang="zh-CN" className="wrap-anywhere whitespace-pre-wrap border-warn-solid border-l-3 pl-10">
          {finding.quote}
        </p>
        <FindingRuling finding={finding} />
      </div>
    </article>
  );
};
