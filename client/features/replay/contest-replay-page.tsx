import './strings.ts';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { Replay } from '#contract/replay.ts';
import { ReplayDesk } from './replay-desk.tsx';
import { closeReplay, openReplay, useReplay } from './replay-store.ts';

/** A counted round of a contest whose results are told: as its desk was, and nothing of its report. */
export const ContestReplayPage = () => {
  const { t } = useTranslation('replay');
  const { id = '', key = '', n = '0' } = useParams();
  const { loaded, reload } = useLoad(pathTo('GET /api/contests/:id/replays/:key/:n', { id, key, n }));
  useTitle(t('title'));
  const back = { to: `/contests/${id}/board`, label: t('toBoard') };
  if (loaded.state === 'failed')
    return (
      <main className="grid min-h-dvh place-items-center bg-surface">
        <EmptyState
          isError
          title={t('noContestReplay')}
          text={loaded.error.message}
          action={
            loaded.error.code === 'network' || loaded.error.code === 'timeout' ? (
              <Button onClick={reload}>{t('ui:again')}</Button>
            ) : (
              <ButtonLink to={back.to}>{back.label}</ButtonLink>
            )
          }
        />
      </main>
    );
  if (loaded.state === 'loading')
    return (
      <Skeleton className="h-dvh">
        <div className="flex flex-col gap-20 p-24">
          <SkeletonBar className="w-160" />
          <SkeletonBar className="w-240" />
        </div>
      </Skeleton>
    );
  return <Loaded key={`${key}/${n}`} name={`${key}/${n}`} replay={loaded.value} back={back} />;
};

type Props = { name: string; replay: Replay; back: { to: string; label: string } };

const NO_FINDINGS = { findings: [], conversations: [] };

/** An ended round doesn't change, so it is opened once. */
const Loaded = ({ name, replay, back }: Props) => {
  const isOpen = useReplay((state) => state.drillId === name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, see above
  useEffect(() => {
    openReplay(name, replay, null);
    return closeReplay;
  }, [name]);
  if (!isOpen) return null;
  return <ReplayDesk drillId={null} back={back} drill={null} reportFindings={NO_FINDINGS} isReportMissing={false} />;
};
