import './strings.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { DetectionTable } from './detection-table.tsx';
import { type PublishedFigures, published, sumOfSplit } from './published.ts';
import { FalseAlarms, SureFigures } from './sure-figures.tsx';

const UNSURE_CASES = ['manner', 'mark', 'settle'] as const;

/** 判读有多准: what the judge can tell, how often it is right, and what happens to replies it can't judge. */
export const AccuracyPage = ({ figures = published }: { figures?: PublishedFigures }) => {
  const { t } = useTranslation('accuracy');
  useTitle(t('title'));
  const { lines, date, weaknesses } = figures;
  const hasBlind = lines.blind > 0;
  const split = hasBlind ? figures.blind : figures.tuned;
  const missedLeftOpen = sumOfSplit(split, ({ points }) => points.missedLeftOpen);
  return (
    <div className="mx-auto max-w-[880px]">
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <p className="mt-4 text-pretty text-ink-2">
        {hasBlind ? t('lead', { n: lines.blind }) : t('leadTuned', { n: lines.tuned })}
      </p>

      <section aria-labelledby="told">
        <SectionHeader id="told" title={t('told.title')} note={t('told.note')} />
        <Panel>
          <DetectionTable split={split} />
        </Panel>
      </section>

      <section aria-labelledby="sure">
        <SectionHeader id="sure" title={t('sure.title')} note={t('sure.note')} />
        <Panel className="px-16 py-14 max-pane:px-14">
          <SureFigures split={split} />
          <h3 className="mt-16 mb-4 font-semibold">{t('accused.title')}</h3>
          <FalseAlarms split={split} />
        </Panel>
      </section>

      <section aria-labelledby="unsure">
        <SectionHeader id="unsure" title={t('unsure.title')} />
        <Panel className="px-16 py-14 max-pane:px-14">
          <ul className="flex list-disc flex-col gap-4 pl-18">
            <li>{t('unsure.points')}</li>
            {missedLeftOpen.of === 0 ? null : <li>{t('unsure.missed', missedLeftOpen)}</li>}
            {UNSURE_CASES.map((id) => (
              <li key={id}>{t(`unsure.${id}`)}</li>
            ))}
          </ul>
        </Panel>
      </section>

      <section aria-labelledby="weak">
        <SectionHeader id="weak" title={t('weak.title')} note={t('weak.note')} />
        <Panel className="px-16 py-14 max-pane:px-14">
          <dl className="grid grid-cols-2 gap-x-28 gap-y-12 max-pane:grid-cols-1">
            {weaknesses.map(({ id }) => (
              <div key={id}>
                <dt className="font-semibold">{t(`weakness.${id}.title`)}</dt>
                <dd className="text-pretty text-ink-2">{t(`weakness.${id}.text`)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </section>

      <p className="mt-14 text-12 text-ink-3">{t('foot', { date })}</p>
    </div>
  );
};
