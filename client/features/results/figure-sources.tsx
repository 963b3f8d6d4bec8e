import { Link } from 'react-router';
import type { Figure, RushColumn } from '#client/features/results/model/results-table.ts';
import { toTenth } from '#client/lib/arithmetic.ts';
import { clock, marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { findingDoubts, pointDoubts } from '#client/lib/reports/report-doubts.ts';
import type { Report } from '#contract/report.ts';
import { FindingItem, MomentLink, NoSources } from './figure-moments.tsx';
import { ScoreSources } from './score-sources.tsx';

type Props = { drill: string; report: Report; figure: Figure };

/** The measure that a column of times is worked out by. */
const MEASURE_OF_COLUMN: Readonly<Record<string, string>> = {
  firstResponseS: 'first-response',
  meanResponseS: 'mean-response',
};

/** The desk figure whose moments stand behind a figure of a rush. */
const MOMENTS_OF_RUSH: Readonly<Partial<Record<RushColumn, string>>> = {
  p80FirstS: 'firstResponseS',
  mostAtOnce: 'mostAtOnce',
};

export const FigureSources = ({ drill, report, figure }: Props) => {
  switch (figure.kind) {
    case 'score':
      return <ScoreSources report={report} />;
    case 'dimension':
      return <DimensionSources drill={drill} report={report} id={figure.id} />;
    case 'time':
      return <TimeSources drill={drill} report={report} column={figure.column} />;
    case 'rush':
      return <RushSources drill={drill} report={report} column={figure.column} />;
    case 'family':
      return (
        <FindingSources
          drill={drill}
          report={report}
          matches={(finding) => finding.family === figure.family && finding.severity !== 'merit'}
        />
      );
    case 'unsure':
      return <DoubtSources drill={drill} report={report} />;
  }
};

/** What became of whoever came; response times and customers at once have their moments, too. */
const RushSources = ({ drill, report, column }: SeatReport & { column: RushColumn }) => {
  const { t } = useTranslation('results');
  const row = report.desk.find((figure) => figure.column === MOMENTS_OF_RUSH[column]);
  return (
    <>
      {report.rush === undefined ? null : <p className="font-semibold">{report.rush.said}</p>}
      <p className="mt-8 text-ink-2">{t(`rushText.${column}`)}</p>
      {row === undefined || row.from.length === 0 ? null : <Moments drill={drill} moments={row.from} />}
    </>
  );
};

type SeatReport = { drill: string; report: Report };

/** Points first, then possible red lines and doubtful tones: as in the report's own section, which rules on them. */
const DoubtSources = ({ drill, report }: SeatReport) => {
  const { t } = useTranslation('results');
  const points = pointDoubts(report).map((doubt) => ({
    ...doubt,
    replies: doubt.replies.filter((reply) => reply.doubtful),
  }));
  const openDoubts = points.filter(({ replies }) => replies.length > 0);
  const findings = findingDoubts(report).filter(({ ruling }) => ruling === null);
  if (openDoubts.length === 0 && findings.length === 0) return <NoSources />;
  return (
    <>
      <ol className="flex flex-col">
        {openDoubts.map(({ conversation, point, replies }) => (
          <li key={`${conversation} ${point.id}`} className="border-line border-b py-8">
            {t('sheet.doubt', { point: point.text })}
            {replies.map(({ turn, at, words }) => (
              <p key={turn} className="mt-2 wrap-anywhere">
                <MomentLink drill={drill} conversation={conversation} at={at}>
                  {words}
                </MomentLink>
              </p>
            ))}
          </li>
        ))}
        {findings.map((finding) => (
          <FindingItem key={finding.id} drill={drill} report={report} finding={finding} />
        ))}
      </ol>
      <p className="mt-12">
        <Link to={`/drills/${drill}/report#doubts`} className="link max-pane:inline-block max-pane:py-10">
          {t('sheet.toDoubts')}
        </Link>
      </p>
    </>
  );
};

const FindingSources = ({
  drill,
  report,
  matches,
}: SeatReport & { matches: (finding: Report['findings'][number]) => boolean }) => {
  const findings = report.findings.filter(matches);
  if (findings.length === 0) return <NoSources />;
  return (
    <ol className="flex flex-col">
      {findings.map((finding) => (
        <FindingItem key={finding.id} drill={drill} report={report} finding={finding} />
      ))}
    </ol>
  );
};

const DimensionSources = ({ drill, report, id }: SeatReport & { id: string }) => {
  const { t } = useTranslation('results');
  const row = report.dimensions.find((dimension) => dimension.id === id);
  if (row === undefined || row.marks === null) return <p className="text-ink-2">{t('sheet.noOpportunity')}</p>;
  return (
    <>
      <p className="font-semibold text-18">{t('sheet.marksOf', { marks: marks(row.marks), of: marks(row.weight) })}</p>
      <p className="mt-2 text-ink-2">{t('sheet.taken', { taken: marks(row.taken), offered: marks(row.offered) })}</p>
      {row.unsure ? (
        <p className="mt-2 text-warn">{t('sheet.unsure', { low: marks(row.range[0]), high: marks(row.range[1]) })}</p>
      ) : null}
      <h3 className="mt-16 mb-4 font-semibold">{t('sheet.lost')}</h3>
      {row.lost.length === 0 ? <p className="text-ink-2">{t('sheet.nothingLost')}</p> : null}
      <ol className="flex flex-col">
        {row.lost.map((part) => {
          const finding = report.findings.find((candidate) => candidate.id === part.finding);
          return (
            <li key={`${part.finding} ${part.text}`} className="flex items-baseline gap-12 border-line border-b py-6">
              <span className="min-w-0 flex-1 wrap-anywhere">
                {finding === undefined ? (
                  part.text
                ) : (
                  <MomentLink drill={drill} conversation={finding.conversation} at={finding.at}>
                    {part.text}
                  </MomentLink>
                )}
              </span>
              <span className="whitespace-nowrap">{part.marks > 0 ? `−${marks(part.marks)}` : null}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
};

const TimeSources = ({ drill, report, column }: SeatReport & { column: string }) => {
  const { t } = useTranslation('results');
  const row = report.desk.find((deskFigure) => deskFigure.column === column);
  if (row === undefined) return <NoSources />;
  const calculation = report.measures.find((measure) => measure.id === MEASURE_OF_COLUMN[column])?.worked ?? '';
  return (
    <>
      <p className="font-semibold text-18">
        {row.value === null ? '—' : t('sheet.seconds', { n: toTenth(row.value).toFixed(1) })}
      </p>
      <dl className="mt-8 grid grid-cols-[auto_minmax(0,1fr)] gap-x-12 gap-y-4 text-ink-2">
        <Term name={t('sheet.formula')} text={row.formula} />
        {calculation === '' ? null : <Term name={t('sheet.worked')} text={calculation} />}
        <Term name={t('sheet.source')} text={row.source} />
        <Term name={t('sheet.leftOut')} text={row.leftOut} />
      </dl>
      <Moments drill={drill} moments={row.from} />
    </>
  );
};

const Moments = ({ drill, moments }: { drill: string; moments: Report['desk'][number]['from'] }) => {
  const { t } = useTranslation('results');
  return (
    <>
      <h3 className="mt-16 mb-4 font-semibold">{t('sheet.from')}</h3>
      {moments.length === 0 ? <NoSources /> : null}
      <ol className="flex flex-col">
        {moments.map((moment) => (
          <li key={`${moment.conversation} ${moment.at} ${moment.text}`} className="border-line border-b py-6">
            <MomentLink drill={drill} conversation={moment.conversation} at={moment.at}>
              {moment.name}
            </MomentLink>
            <span className="ml-8 text-12 text-ink-3">{clock(moment.at)}</span>
            <p className="text-ink-2 wrap-anywhere">{moment.text}</p>
          </li>
        ))}
      </ol>
    </>
  );
};

const Term = ({ name, text }: { name: string; text: string }) =>
  text === '' ? null : (
    <>
      <dt className="whitespace-nowrap text-ink-3">{name}</dt>
      <dd className="wrap-anywhere">{text}</dd>
    </>
  );
