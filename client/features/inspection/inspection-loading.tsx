import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

type Props = { error: Trouble | null; back: string; onRetry: () => void };

const FINAL = ['unknown-inspection', 'case-in-exam', 'not-allowed', 'unknown-drill'];

/** Before a transcript is there, and where it can't be had. */
export const InspectionLoading = ({ error, back, onRetry }: Props) => {
  const { t } = useTranslation('inspection');
  if (error === null)
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
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t('title')}</h1>
      {FINAL.includes(error.code) ? (
        <EmptyState
          title={t(error.code === 'case-in-exam' ? 'sealedTitle' : 'gone')}
          text={error.message}
          action={<ButtonLink to={back}>{t('back')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('failed')} error={error} onRetry={onRetry} />
      )}
    </main>
  );
};
