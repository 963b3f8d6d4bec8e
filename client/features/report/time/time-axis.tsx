import { RushDisclosure } from '#client/features/report/rush/rush-disclosure.tsx';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useWidth } from '#client/lib/hooks/use-width.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Report } from '#contract/report.ts';
import { AxisChart } from './axis-chart.tsx';
import { AxisLegend } from './axis-legend.tsx';

/** The drawing for paper (A4's 186 mm). */
const PAPER_WIDTH_PX = 690;
/** The narrowest page there is. */
const MIN_WIDTH_PX = 280;

type Props = { report: Report; numbers: ReadonlyMap<string, number> };

/** All conversations over one time axis. It is drawn for the present width, and again for paper; it is never scaled. */
export const TimeAxis = ({ report, numbers }: Props) => {
  const { t } = useTranslation('report');
  const [box, width] = useWidth<HTMLDivElement>();
  return (
    <section aria-labelledby="axis" className="print:break-inside-avoid">
      <SectionHeader id="axis" title={t('axis.title')} note={t('axis.note', { count: report.conversations.length })} />
      <Panel>
        <RushDisclosure report={report} head={t('axis.closed')}>
          <div ref={box} className="pt-8 pb-4">
            <div className="print:hidden">
              {width === null ? null : (
                <AxisChart report={report} numbers={numbers} width={Math.max(MIN_WIDTH_PX, width)} />
              )}
            </div>
            <div className="hidden print:block">
              <AxisChart report={report} numbers={numbers} width={PAPER_WIDTH_PX} />
            </div>
          </div>
          <ul className="sr-only">
            {report.conversations.map((conversation) => (
              <li key={conversation.conversation}>
                {t('axis.summary', {
                  name: conversation.name,
                  rounds: conversation.rounds.length,
                  longest: seconds(Math.max(0, ...conversation.rounds.map((round) => round.seconds))),
                  taken: conversation.windows.filter((window) => window.how === 'taken' && window.late === undefined)
                    .length,
                  missed: conversation.windows.filter(
                    ({ how, late }) => how === 'missed' || how === 'spoiled' || late === true,
                  ).length,
                })}
              </li>
            ))}
          </ul>
          <AxisLegend />
          <p className="px-14 pb-10 text-12 text-ink-3 print:hidden">{t('replay.axis')}</p>
        </RushDisclosure>
      </Panel>
    </section>
  );
};
