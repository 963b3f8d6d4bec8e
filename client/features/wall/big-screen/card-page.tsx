import '#client/features/wall/model/strings.ts';
import { LobbyFoot } from '#client/features/wall/lobby/lobby-foot.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { RunCards } from '#contract/big-screen/pages.ts';
import type { RunBody } from '#contract/runs.ts';
import { CaseCard } from './case-card.tsx';

/** On the projector before the drill: whom the class will serve, as its trainees may know it (RULES Z23). */
export const CardPage = () => {
  const run = useRun((state) => state.run);
  if (run === null) return null;
  return (
    <div className="grid h-full grid-rows-[minmax(0,1fr)_auto] max-pane:h-auto">
      <section className="min-h-0 overflow-auto bg-surface">
        <Cards run={run} />
      </section>
      <LobbyFoot run={run} showsCode />
    </div>
  );
};

const Cards = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const { loaded, reload } = useLoad(pathTo('GET /api/runs/:id/cards', { id: run.id }));
  if (loaded.state === 'failed') return <LoadFailed title={t('cards.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading')
    return (
      <Skeleton className="p-[2.6vw]">
        <SkeletonBar className="w-[30%]" />
        <div className="mt-24 grid grid-cols-2 gap-24 max-pane:grid-cols-1">
          <SkeletonBar className="h-200" />
          <SkeletonBar className="h-200" />
        </div>
      </Skeleton>
    );
  return <LoadedCards run={run} {...loaded.value} />;
};

const LoadedCards = ({ run, cards, unnamed }: { run: RunBody } & RunCards) => {
  const { t } = useTranslation('wall');
  if (cards.length === 0)
    return (
      <EmptyState
        className="h-full"
        title={run.rush === undefined ? t('cards.project') : t('cards.rush', { shop: run.rush.shopName })}
        text={t(run.rush === undefined ? 'cards.projectText' : 'cards.rushText', { minutes: run.plan.minutes })}
      />
    );
  return (
    <div className="flex min-h-full flex-col gap-[1.6vw] px-[2.6vw] py-[1.8vw] max-pane:gap-12 max-pane:px-16 max-pane:py-14">
      <header>
        <h2 className="font-semibold text-[clamp(20px,2vw,38px)] leading-[1.3]">
          {t('cards.title', { n: cards.length, minutes: run.plan.minutes })}
        </h2>
        {unnamed === null ? null : (
          <p className="mt-4 text-[clamp(14px,1.15vw,22px)] text-ink-2 leading-[1.5]">
            {t(`cards.unnamed.${unnamed}`)}
          </p>
        )}
      </header>
      <ul
        className={cx(
          'grid flex-1 content-start gap-[1.6vw] max-pane:grid-cols-1 max-pane:gap-12',
          cards.length === 2 && 'grid-cols-2',
          cards.length > 2 && 'grid-cols-3',
        )}
      >
        {cards.map((card) => (
          <CaseCard key={card.id} card={card} isAlone={cards.length === 1} />
        ))}
      </ul>
    </div>
  );
};
