import '#client/features/wall/model/strings.ts';
import { Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { connectRun } from '#client/features/wall/model/run-live.ts';
import { pageOf } from '#client/features/wall/model/run-timetable.ts';
import { useWakeLock } from '#client/features/wall/model/use-wake-lock.ts';
import { signInPath } from '#client/lib/hooks/me.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { socketTransport, type Transport } from '#client/lib/socket.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { RunBody } from '#contract/runs.ts';
import { RunNotices } from './run-notices.tsx';
import { RunStrip } from './run-strip.tsx';

export const RunFrame = () => {
  const { id = '' } = useParams();
  return <RunPage key={id} id={id} createTransport={socketTransport} />;
};

/** Everything of one run: its connection to the server, the strip on top, the page of the stage below. */
export const RunPage = ({ id, createTransport }: { id: string; createTransport: () => Transport }) => {
  const { t } = useTranslation('wall');
  const { pathname, search } = useLocation();
  const fatal = useRun((state) => (state.runId === id ? state.fatal : null));
  const run = useRun((state) => (state.runId === id ? state.run : null));
  useEffect(() => connectRun(id, createTransport()), [id, createTransport]);
  useRunTitle(run);
  const staysAwake = useWakeLock(fatal === null && run !== null && run.endedAt === null && run.stage !== 'close');

  if (fatal?.code === 'not-signed-in') return <Navigate to={signInPath(pathname + search)} replace />;
  if (fatal !== null)
    return (
      <main className="grid min-h-dvh place-items-center bg-surface">
        <h1 className="sr-only">{t('run')}</h1>
        <EmptyState
          isError
          title={t('fatal')}
          text={fatal.message}
          action={<ButtonLink to="/teach">{t('back')}</ButtonLink>}
        />
      </main>
    );
  if (run === null) return <ConnectingScreen />;
  if (run.parts !== undefined) return <Navigate to={`/exams/runs/${id}`} replace />;
  // Homework has no stages, and so none of these pages.
  if (run.homework !== undefined) return <Navigate to={`/runs/${id}/homework`} replace />;
  if (/^\/runs\/[^/]+\/?$/.test(pathname)) return <Navigate to={`/runs/${id}/${pageOf(run.stage)}`} replace />;
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)] overflow-hidden bg-canvas">
      <RunStrip run={run} />
      <RunNotices run={run} staysAwake={staysAwake} />
      <main className="min-h-0 overflow-auto">
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
};

/** The tab says what goes on, so that it can be found among ten. */
const useRunTitle = (run: RunBody | null): void => {
  const { t } = useTranslation('wall');
  const askingCount = useRun((stateText) => Object.values(stateText.tiles).filter((tile) => tile.asking).length);
  const stateText = (body: RunBody): string => {
    if (body.endedAt !== null) return t('title.over');
    if (body.frozen) return t('title.frozen');
    return askingCount > 0 ? t('title.asking', { n: askingCount }) : t(`stage.${body.stage}`);
  };
  useTitle(run === null ? null : `${stateText(run)} · ${run.name}`);
};

const ConnectingScreen = () => {
  const { t } = useTranslation('wall');
  const isOffline = useRun((state) => state.link === 'offline');
  if (isOffline)
    return (
      <main className="grid min-h-dvh place-items-center bg-surface">
        <h1 className="sr-only">{t('run')}</h1>
        <EmptyState isError title={t('noLine.title')} text={t('noLine.text')} />
      </main>
    );
  return (
    <Skeleton className="h-dvh">
      <div className="flex h-48 items-center gap-24 border-line border-b bg-surface px-16">
        <SkeletonBar className="w-160" />
        <SkeletonBar className="w-360" />
      </div>
      <div className="grid grid-cols-9 gap-8 p-12 max-side:grid-cols-4 max-pane:grid-cols-1">
        {Array.from({ length: 18 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no other name
          <div key={index} className="h-142 border border-line bg-surface p-10 max-pane:h-64">
            <SkeletonBar className="w-60" />
          </div>
        ))}
      </div>
    </Skeleton>
  );
};
