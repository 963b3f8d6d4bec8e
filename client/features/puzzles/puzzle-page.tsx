import './strings.ts';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { showOwn, watchOtherTabs } from '#client/features/puzzles/model/device.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { PuzzleDesk } from './puzzle-desk.tsx';

/** One puzzle, opened by its own address: anybody may be sent it. */
export const PuzzlePage = () => {
  const { t } = useTranslation('puzzles');
  const { id = '' } = useParams();
  useTitle(t('puzzleTitle'));
  useEffect(watchOtherTabs, []);
  const { loaded, reload } = useLoad(pathTo('GET /api/puzzles/:id', { id }));
  const menu = useLoad(pathTo('GET /api/puzzles')).loaded;
  const own = menu.state === 'ready' ? menu.value.own : null;
  useEffect(() => (own === null ? undefined : showOwn(own)), [own]);
  if (loaded.state === 'ready')
    return <PuzzleDesk key={id} puzzle={loaded.value} menu={menu.state === 'ready' ? menu.value : null} />;
  if (loaded.state === 'loading')
    return (
      <Skeleton className="h-dvh">
        <div className="h-48 border-line border-b bg-surface" />
        <div className="flex flex-col gap-20 p-24">
          <SkeletonBar className="w-160" />
          <SkeletonBar className="ml-auto w-260 max-pane:w-160" />
          <SkeletonBar className="w-240" />
        </div>
      </Skeleton>
    );
  const { code, message } = loaded.error;
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t('puzzleTitle')}</h1>
      {code === 'unknown-puzzle' || code === 'case-in-exam' ? (
        <EmptyState
          title={t(code === 'unknown-puzzle' ? 'gone' : 'sealed')}
          text={message}
          action={<ButtonLink to="/puzzles">{t('back')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      )}
    </main>
  );
};
