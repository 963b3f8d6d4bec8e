import { Link } from 'react-router';
import { FindingLink } from '#client/features/report/links/finding-link.tsx';
import { DOUBTS_ID } from '#client/features/report/model/use-section-of-address.ts';
import { ScoreRuling } from '#client/features/report/rulings/score-ruling.tsx';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined } from '#client/lib/listed.ts';
import { capKind } from '#client/lib/reports/cap-kind.ts';
import { doubtCount } from '#client/lib/reports/report-doubts.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { Report } from '#contract/report.ts';
import { Confidence } from './confidence.tsx';

const TONES = { excellent: 'good', pass: 'plain', fail: 'bad' } as const;

const sortedByNumber = (ids: readonly string[], numbers: ReadonlyMap<string, number>): string[] =>
  ids.toSorted((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));

/** The cases to practise are chosen against a family of faults, so the button names the family and not the one fault. */
const familyName = ({ findings }: Report, family: string): string =>
  findings.find((finding) => finding.family === family)?.familyName ?? family;

export const Verdict = ({ report, numbers }: { report: Report; numbers: ReadonlyMap<string, number> }) => {
  const { t } = useTranslation('report');
  const [low, high] = report.range;
  // Nobody came, or nothing fell due: a nought would be a mark for nothing.
  const isEmpty = report.conversations.length === 0 || report.unjudged === true;
  return (
    <Panel className="grid grid-cols-[132px_minmax(0,1fr)_372px] gap-x-28 px-24 py-20 max-side:grid-cols-[132px_minmax(0,1fr)] max-side:gap-y-16 max-pane:grid-cols-1 max-pane:gap-y-12 max-pane:p-14 print:grid-cols-[110px_minmax(0,1fr)] print:gap-y-10 print:border-x-0 print:px-0 print:py-12">
      <div className="max-pane:flex max-pane:flex-wrap max-pane:items-baseline max-pane:gap-x-12">
        <p className="font-semibold text-52 print:text-[40px] print:leading-[44px]">
          {isEmpty ? '—' : marks(report.score)}
        </p>
        <p className="text-ink-2">{t('of100')}</p>
        {low === high ? null : <ScoreRange report={report} />}
        <p className="mt-4 max-pane:mt-0">
          {isEmpty ? (
            <Tag tone="plain">{t('dimensions.none')}</Tag>
          ) : (
            <Tag tone={TONES[report.grade]}>{t(`grade.${report.grade}`)}</Tag>
          )}
        </p>
        <p className="mt-6 max-pane:mt-0">
          <Confidence />
        </p>
      </div>
      <div>
        <p className="text-balance font-semibold text-22 max-pane:text-18 max-pane:leading-[28px] print:text-[17px] print:leading-[26px]">
          {report.verdict}
        </p>
        {report.cappedBy === null ? null : (
          <p className="mt-6 text-bad">
            {t(report.capBites ? 'capped' : 'notCapped', {
              why: t(`cap.${capKind(report.cappedBy)}`, {
                by: report.findings.find((finding) => finding.code === report.cappedBy)?.title ?? report.cappedBy,
              }),
              at: report.capAt,
            })}
          </p>
        )}
        <ScoreRuling report={report} />
      </div>
      {report.first === null ? null : (
        <section
          aria-labelledby="first"
          className="border-accent-solid border-l-3 pl-16 max-side:col-span-full print:col-span-full"
        >
          <p className="text-12 text-ink-2">{t('first')}</p>
          <h2 id="first" className="mt-2 mb-4 font-semibold text-15">
            {report.first.title}
          </h2>
          <p className="text-balance">{report.first.advice}</p>
          <p className="mt-4 text-balance">
            {joined([
              report.first.marks >= 1 ? t('firstCost', { marks: Math.round(report.first.marks) }) : '',
              report.first.goal,
            ])}
          </p>
          <div className="mt-10 flex flex-wrap items-center gap-x-12 gap-y-8 print:hidden">
            {report.next[0] === undefined ? null : (
              <ButtonLink kind="primary" to={`/start?scenarios=${report.next[0].scenario}`}>
                {t('practiseThis', { family: familyName(report, report.first.family) })}
              </ButtonLink>
            )}
            {report.first.findings.length === 0 ? null : (
              <span className="flex flex-wrap items-center gap-x-6 text-12 text-ink-2">
                {t('where')}
                {sortedByNumber(report.first.findings, numbers).map((id) => (
                  <FindingLink key={id} id={id} number={numbers.get(id)} />
                ))}
              </span>
            )}
          </div>
        </section>
      )}
    </Panel>
  );
};

/** What the total may still become: after rulings on the doubts, or if the drill had been played to its end. */
const ScoreRange = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  const { range, cappedBy } = report;
  const doubts = doubtCount(report);
  const bounds = { low: marks(range[0]), high: marks(range[1]) };
  const isUnfinished = cappedBy === 'unfinished';
  return (
    <p className="text-balance text-12 text-ink-2">
      {doubts === 0 ? (
        t(isUnfinished ? 'rangeUnfinished' : 'range', bounds)
      ) : (
        <>
          {t(isUnfinished ? 'rangeUnfinishedOf' : 'rangeOf', bounds)}
          <Link to={`#${DOUBTS_ID}`} className="link whitespace-nowrap max-pane:py-12 pointer-coarse:py-12">
            {t(isUnfinished ? 'rangeToo' : 'rangeWhy', { count: doubts })}
          </Link>
        </>
      )}
    </p>
  );
};
