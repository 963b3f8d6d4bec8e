import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { ReplyList } from './reply-list.tsx';

type Props = { shop: string; version: number; onClose: () => void };

/** Shows the quick replies of one version before a teacher goes back to it. */
export const VersionDialog = ({ shop, version, onClose }: Props) => {
  const { t } = useTranslation('quick-replies');
  const { loaded, reload } = useLoad(pathTo('GET /api/quick-replies/:id/versions/:version', { id: shop, version }));
  return (
    <Dialog open onOpenChange={onClose} title={t('versions.name', { version })}>
      {loaded.state === 'failed' ? (
        <LoadFailed title={t('versions.failed')} error={loaded.error} onRetry={reload} />
      ) : loaded.state === 'loading' ? (
        <Skeleton className="min-h-120">
          <SkeletonBar className="w-[60%]" />
        </Skeleton>
      ) : loaded.value.replies.length === 0 ? (
        <p className="text-ink-2">{t('versions.empty')}</p>
      ) : (
        <ReplyList label={t('versions.name', { version })} replies={loaded.value.replies} isNarrow />
      )}
    </Dialog>
  );
};
