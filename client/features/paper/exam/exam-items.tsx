import '#client/features/paper/strings.ts';
import { ItemTable } from '#client/features/paper/item-table.tsx';
import { SeatTable } from '#client/features/paper/seat-table.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

/** The paper of an exam: each trainee's topics and answers, or each question's figures. */
export const ExamItems = ({ run, shows }: { run: string; shows: 'seats' | 'items' }) => {
  const { t } = useTranslation('paper');
  const { loaded, reload } = useLoad(pathTo('GET /api/runs/:id/paper', { id: run }));
  if (loaded.state === 'failed') return <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state !== 'ready')
    return (
      <Skeleton className="min-h-320">
        <div className="p-24">
          <SkeletonBar className="w-[60%]" />
        </div>
      </Skeleton>
    );
  return shows === 'items' ? <ItemTable board={loaded.value} /> : <SeatTable board={loaded.value} />;
};
