import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { currentTier } from '#client/drill/model/drill-rounds.ts';
import type { Tier } from '#client/drill/model/drill-view.ts';
import { startDrill, useStartBlock } from '#client/features/desk/clock/drill-start.ts';
import { isTourTaken } from '#client/features/desk/model/desk-tour.ts';
import { useDrillRun, useIsFrozen } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import { LookButton } from '#client/features/desk/side/look-button.tsx';
import { FirstTour } from '#client/features/desk/tour/first-tour.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import { listed } from '#client/lib/listed.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { DrillSummary } from '#contract/bodies.ts';

// Only a seat of a project task has it.
const WhereItIs = later(() => import('#client/drill/hand-overs/where-it-is.tsx').then((module) => module.WhereItIs));

// What a start card says, for those who came without one.
const StartBrief = later(() => import('./start-brief.tsx').then((module) => module.StartBrief));

/** Before the first customer: ready to start, or waiting for them to come. Nothing once somebody is here. */
export const ReadyPanel = ({ summary }: { summary: DrillSummary | null }) => {
  const { t } = useTranslation('desk');
  const arrivalCount = useDrill((state) => state.view.arrivalOrder.length);
  const opening = useDrill((state) => state.view.opening);
  const isRush = useDrill((state) => state.view.rush !== null);
  const isReady = useDrill((state) => state.view.stopReason === 'not-started');
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const run = useDrillRun((state) => state.run);
  const isFrozen = useIsFrozen();
  const project = useSeat(({ body }) => (run === null ? undefined : body?.project));
  const isPlayed = useSeat(({ body }) => run !== null && body?.rolePlay !== undefined);
  if (arrivalCount > 0 || hasEnded) return null;
  if (opening === null) return <ReadySkeleton />;
  const look = isFrozen ? null : <LookButton />;
  if (!isReady && project !== undefined)
    return (
      <EmptyState
        className="h-full"
        title={t('empty.project')}
        action={
          <div className="grid justify-items-center gap-16">
            <WhereItIs project={project} />
            {look}
          </div>
        }
      />
    );
  if (!isReady)
    return (
      <EmptyState
        className="h-full"
        title={t('empty.title')}
        text={t(isRush ? 'empty.rush' : 'empty.text')}
        action={look}
      />
    );
  if (run !== null && !run.redo && !isPlayed)
    return (
      <EmptyState
        className="h-full"
        title={t(isFrozen ? 'frozen.title' : 'ready.run.title')}
        text={t(`ready.${isRush ? 'rushRun' : 'run'}.${isFrozen ? 'frozen' : (summary?.mode ?? opening.mode)}`)}
        action={look}
      />
    );
  const isOwn = summary !== null && summary.run === null && summary.retry === null && summary.mode === 'practice';
  return (
    <StartBox
      customerCount={opening.customers}
      mode={summary?.mode ?? opening.mode}
      isPlayed={isPlayed}
      briefed={isOwn && !isRush ? summary.scenarios : []}
    />
  );
};

const NO_TIERS: readonly Tier[] = [];

type StartProps = {
  customerCount: number | null;
  mode: DrillSummary['mode'];
  isPlayed: boolean;
  briefed: DrillSummary['scenarios'];
};
const StartBox = ({ customerCount, mode, isPlayed, briefed }: StartProps) => {
  const { t } = useTranslation('desk');
  const tier = useDrill((state) => currentTier(state.view));
  const rush = useDrill((state) => state.view.rush);
  const tiers = useDrill((state) => state.view.opening?.tiers ?? NO_TIERS);
  // How many there will be at once nobody knows beforehand, and the limit hangs on it.
  const limits = tiers.map(({ upTo, passS }, i) =>
    i === tiers.length - 1 ? t('ready.rush.above', { pass: passS }) : t('ready.rush.upTo', { n: upTo, pass: passS }),
  );
  const isLive = useDrill((state) => state.link.kind === 'live' && !state.isElsewhere);
  const block = useStartBlock();
  const startButton = useFocusOnceLive(isLive);
  useBegun((mode === 'practice' || isPlayed) && isLive);
  const begin = () => void toastFailure(startDrill());
  return (
    <div className="grid h-full place-items-center p-16">
      <div className="w-full max-w-[460px] border border-line bg-surface p-24 max-pane:border-0 max-pane:p-0">
        <h2 className="font-semibold text-18">{t('ready.title')}</h2>
        {briefed.length === 0 ? null : <StartBrief scenarios={briefed} />}
        <ul className="mt-8 grid gap-4 text-ink-2">
          {rush === null ? (
            <li>{t('ready.coming', { n: customerCount })}</li>
          ) : (
            <>
              <li>
                {t('ready.rush.coming', {
                  n: rush.opened.minutes,
                  closing: Math.round(rush.opened.closingMs / 60_000),
                })}
              </li>
              <li>{t(rush.opened.dial ? 'ready.rush.dialed' : 'ready.rush.fixed', { n: rush.capacity })}</li>
              {rush.opened.greeting === null ? null : <li>{t('ready.rush.greeting')}</li>}
            </>
          )}
          {tier === null ? null : (
            <li>
              {rush === null
                ? t('ready.clock', { excellent: tier.excellentS, pass: tier.passS })
                : t('ready.rush.clock', { limits: listed(limits) })}
            </li>
          )}
          <li>{t(`ready.mode.${mode}`)}</li>
        </ul>
        <div className="mt-16 flex flex-wrap items-center gap-8">
          <Button
            ref={startButton}
            kind="primary"
            size="l"
            disabledReason={block === null ? null : t(`ready.${block}`)}
            onClick={begin}
          >
            {t('ui:start')}
          </Button>
          <LookButton />
        </div>
        <FirstTour mode={mode} onBegin={begin} />
      </div>
    </div>
  );
};

/**
 * 开始 has the focus as soon as it can be pressed, so that Enter begins; a control that somebody uses meanwhile keeps it.
 */
const useFocusOnceLive = (isLive: boolean) => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (isLive && (activeElement === null || activeElement === document.body)) button.current?.focus();
  }, [isLive]);
  return button;
};

/**
 * Starts a drill whose 开始 was pressed on its start card, once the line stands. On a person's first desk the tour comes
 * first, and 开始 below it.
 */
const useBegun = (mayBegin: boolean): void => {
  const { state } = useLocation();
  const isAsked = typeof state === 'object' && state !== null && 'begins' in state && state.begins === true;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!isAsked || !mayBegin || hasBegun.current || !isTourTaken()) return;
    hasBegun.current = true;
    void toastFailure(startDrill());
  }, [isAsked, mayBegin]);
};

const ReadySkeleton = () => (
  <Skeleton className="p-16">
    <div className="grid gap-16">
      {['w-1/2', 'w-2/3', 'w-2/5'].map((width) => (
        <div key={width} className="grid gap-6">
          <SkeletonBar className="w-120" />
          <SkeletonBar className={width} />
        </div>
      ))}
    </div>
  </Skeleton>
);
