import '#client/features/report/model/anatomy-strings.ts';
import { isTimed, SEGMENT_LOOKS, shownKinds } from '#client/features/report/model/anatomy-parts.ts';
import { RushDisclosure } from '#client/features/report/rush/rush-disclosure.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined } from '#client/lib/listed.ts';
import { SPACE } from '#client/lib/spaces.ts';
import { StackKey } from '#client/ui/charts/stacked-bar.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Report } from '#contract/report.ts';
import { AnatomyTable } from './anatomy-table.tsx';

/** 时间花在哪: why it was slow in one sentence, then every round's seconds. Shown and never scored. */
export const AnatomySection = ({ report }: { report: Report }) => {
  const { t } = useTranslation('anatomy');
  const { rounds, cause, evidence, linesDate, brought } = report.anatomy;
  const hasTimedRounds = rounds.some(isTimed);
  return (
    <section aria-labelledby="anatomy">
      <SectionHeader id="anatomy" title={t('title')} note={hasTimedRounds ? t('note') : undefined} />
      <Panel>
        <p className="text-pretty px-14 py-10">
          {cause === null ? null : (
            <>
              <b>{t('cause', { title: cause.title })}</b>
              {SPACE}
            </>
          )}
          {evidence}
        </p>
        {brought ? <p className="text-pretty px-14 pb-10 text-ink-2">{joined(brought.said)}</p> : null}
        {hasTimedRounds ? (
          <div className="border-line border-t">
            <RushDisclosure report={report} head={t('summary', { n: rounds.length })}>
              <AnatomyTable rounds={rounds} />
              <div className="border-line border-t px-14 py-8 text-12 text-ink-3">
                <ul aria-hidden="true" className="mb-4 hidden flex-wrap gap-x-14 text-ink-2 max-pane:flex">
                  {shownKinds(rounds).map((kind) => (
                    <li key={kind}>
                      <StackKey look={SEGMENT_LOOKS[kind]} />
                      {t(`kind.${kind}`)}
                    </li>
                  ))}
                </ul>
                <p>{joined([t('foot'), linesDate === null ? '' : t('lines', { date: linesDate })])}</p>
              </div>
            </RushDisclosure>
          </div>
        ) : null}
      </Panel>
    </section>
  );
};
