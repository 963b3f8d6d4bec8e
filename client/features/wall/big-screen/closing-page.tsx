import '#client/features/wall/model/strings.ts';
import { useEffect } from 'react';
import { Navigate } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { seconds } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ClosingPage as Closing } from '#contract/big-screen/pages.ts';
import type { RunBody } from '#contract/runs.ts';
import { WellDone } from './well-done.tsx';

/** Until the last drills are scored, the page asks again so often. */
const POLL_MS = 4000;

/** On the projector at the end: what the class did and what it takes along; nobody stands beside a figure (RULES Z24). */
export const ClosingPage = () => {
  const run = useRun((state) => state.run);
  if (run === null) return null;
  return run.paper === undefined ? <LoadedClosing run={run} /> : <Navigate to={`/runs/${run.id}/paper`} replace />;
};

const LoadedClosing = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/closing', { id: run.id }));
  const unscored = loaded.state === 'ready' ? loaded.value.unscored : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer starts the next wait
  useEffect(() => {
    if (unscored === 0 || run.stage === 'drill') return;
    const timer = setTimeout(refresh, POLL_MS);
    return () => clearTimeout(timer);
  }, [loaded, unscored, run.stage, refresh]);
  if (loaded.state === 'failed')
    return <LoadFailed title={t('closing.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading')
    return (
      <Skeleton className="p-[2.6vw]">
        <SkeletonBar className="w-[40%]" />
        <SkeletonBar className="mt-24 h-120" />
        <SkeletonBar className="mt-24 h-200" />
      </Skeleton>
    );
  const { value } = loaded;
  if (run.startedAt === null || value.people.length === 0)
    return (
      <EmptyState
        className="h-full"
        title={t(run.startedAt === null ? 'closing.early' : 'closing.nobody')}
        text={t(run.startedAt === null ? 'closing.earlyText' : 'closing.nobodyText')}
      />
    );
  return <Closed run={run} closing={value} />;
};

const Closed = ({ run, closing }: { run: RunBody; closing: Closing }) => {
  const { t } = useTranslation('wall');
  const { people, customers, messages, firstResponseS, passed, of, unscored, well, takeAway } = closing;
  // What two had in common can't be told of one.
  const isTooFew = of < 2;
  return (
    <div className="flex min-h-full flex-col bg-surface">
      {unscored === 0 ? null : <Notice>{t('closing.unscored', { n: unscored })}</Notice>}
      <h2 className="sr-only">{t('stage.close')}</h2>
      <dl className="flex flex-wrap border-line border-b px-[1.4vw] max-pane:grid max-pane:grid-cols-2 max-pane:px-0">
        <Large label={t('closing.people')} value={t('closing.peopleOf', { n: people.length })} />
        <Large label={t('closing.customers')} value={t('closing.customersOf', { n: customers })} />
        <Large label={t('closing.messages')} value={t('closing.messagesOf', { n: messages })} />
        {firstResponseS === null ? null : <Large label={t('closing.first')} value={seconds(firstResponseS)} />}
        {of === 0 ? null : <Large label={t('closing.passed')} value={t('closing.passedOf', { n: passed, of })} />}
      </dl>
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)] max-pane:grid-cols-1">
        <section className="border-line border-r px-[2.6vw] py-[1.8vw] max-pane:border-r-0 max-pane:border-b max-pane:px-16 max-pane:py-14">
          <h3 className="font-semibold text-[clamp(15px,1.3vw,25px)] text-good leading-[1.5]">{t('closing.well')}</h3>
          {well.length === 0 ? (
            <p className="mt-8 text-[clamp(16px,1.42vw,28px)] text-ink-2 leading-[1.5]">
              {t(unscored > 0 ? 'closing.wellNone' : 'closing.wellNobody')}
            </p>
          ) : (
            <ul className="mt-[0.8vw] grid gap-[0.9vw] text-pretty font-semibold text-[clamp(18px,2.1vw,40px)] leading-[1.4] max-pane:gap-8">
              {well.map((one) => (
                <WellDone key={one.kind} well={one} />
              ))}
            </ul>
          )}
        </section>
        <section className="px-[2.6vw] py-[1.8vw] max-pane:px-16 max-pane:py-14">
          <h3 className="font-semibold text-[clamp(15px,1.3vw,25px)] text-accent leading-[1.5]">{t('closing.take')}</h3>
          <p className="mt-[0.6vw] text-balance font-semibold text-[clamp(22px,3.4vw,65px)] leading-[1.3]">
            {takeAway === null ? t(isTooFew ? 'closing.takeFew' : 'closing.takeNone') : takeAway.title}
          </p>
          <p className="mt-[0.8vw] text-pretty text-[clamp(17px,2vw,38px)] text-ink-2 leading-[1.55]">
            {takeAway === null ? t(isTooFew ? 'closing.takeFewText' : 'closing.takeNoneText') : takeAway.advice}
          </p>
        </section>
      </div>
      <footer className="flex flex-wrap items-center gap-x-24 gap-y-10 border-line border-t px-[2.6vw] py-[1.1vw] max-pane:px-16 max-pane:py-12">
        <div className="min-w-0 flex-1 max-pane:basis-full">
          <h3 className="text-[clamp(13px,1vw,19px)] text-ink-2 leading-[1.5]">{t('closing.thanks')}</h3>
          <ul className="mt-4 flex flex-wrap gap-x-[1.4em] gap-y-2 text-[clamp(14px,1.2vw,23px)] leading-[1.5]">
            {people.map(({ seat, name }) => (
              <li key={seat}>{name}</li>
            ))}
          </ul>
        </div>
        <ButtonLink size="l" to={`/runs/${run.id}/results`}>
          {t('results')}
        </ButtonLink>
      </footer>
    </div>
  );
};

const Large = ({ label, value }: { label: string; value: string }) => (
  <div className="flex flex-col border-line border-r px-[1.2vw] py-[1.1vw] last:border-r-0 max-pane:border-b max-pane:px-16 max-pane:py-10">
    <dt className="text-[clamp(13px,1vw,19px)] text-ink-2 leading-[1.5]">{label}</dt>
    <dd className="whitespace-nowrap font-semibold text-[clamp(24px,2.6vw,50px)] leading-[1.2] tabular-nums">
      {value}
    </dd>
  </div>
);
