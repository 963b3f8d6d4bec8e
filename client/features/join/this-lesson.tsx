import { CaseBrief } from '#client/drill/shop/case-brief.tsx';
import { StartClock } from '#client/drill/status/start-clock.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { SeatBody } from '#contract/runs.ts';
import { RushLines } from './rush-lines.tsx';
import { ShopStudy } from './shop-study.tsx';
import { StateCard } from './state-card.tsx';

/** While one waits: what will happen, by which clock, and the shop to read up on. */
export const ThisLesson = ({ body }: { body: SeatBody }) => {
  const { t } = useTranslation('join');
  const { run } = body;
  const caseCount = run.scenarios.length;
  return (
    <>
      <StateCard
        title={t(run.stage === 'drill' ? 'wait.drill' : run.stage === 'card' ? 'wait.card' : 'wait.join')}
        text={t('wait.text')}
      >
        <ul className="grid basis-full list-disc gap-2 pl-18">
          {run.rush === undefined ? (
            <li>{t('wait.customers', { n: caseCount, minutes: run.minutes })}</li>
          ) : (
            <RushLines rush={run.rush} minutes={run.minutes} />
          )}
          <li>{t(`wait.mode.${run.mode}`)}</li>
          <li>{t('wait.awake')}</li>
        </ul>
      </StateCard>
      {body.project !== undefined ? (
        // What a customer brings is told by whoever has them, not beforehand.
        body.project.shops.map((shop) => <ShopStudy key={shop} id={shop} />)
      ) : run.rush === undefined ? (
        <LessonBrief title={t('brief.title')} scenarios={run.scenarios} seat={body.seat.id} />
      ) : (
        <ShopStudy id={run.rush.shop} />
      )}
    </>
  );
};

type BriefProps = { title: string; scenarios: readonly string[]; seat: string };

/** What the customers' cases say beforehand, and the shops to read up on. */
export const LessonBrief = ({ title, scenarios, seat }: BriefProps) => {
  const { t } = useTranslation('join');
  const { loaded, reload } = useLoad(pathTo('GET /api/start-card', { scenarios: scenarios.join(','), seat }));
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed')
    return (
      <Panel className="mt-12">
        <LoadFailed title={t('brief.failed')} error={loaded.error} onRetry={reload} />
      </Panel>
    );
  const { clock, scenarios: cards } = loaded.value;
  const shops = [...new Set(cards.map((card) => card.shop))];
  const { pace: _, ...tiers } = clock;
  return (
    <>
      <Panel className="mt-12 px-24 py-16 max-pane:px-14">
        <h2 className="font-semibold text-15">{title}</h2>
        <ul className="mb-8">
          {cards.map((card) => (
            <CaseBrief key={card.id} scenario={card} showsTitle />
          ))}
        </ul>
        <StartClock clock={tiers} />
      </Panel>
      {shops.map((shop) => (
        <ShopStudy key={shop} id={shop} />
      ))}
    </>
  );
};
