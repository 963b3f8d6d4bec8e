import type { ReactNode } from 'react';
import type { Path } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { AskedQuestion, Paper } from '#contract/questions.ts';
import { PaperRun } from './paper-run.tsx';

type Props = {
  path: Path<Paper>;
  title: (paper: Paper) => string;
  /** Where there is nothing to ask. */
  none: { title: string; text: string };
  actions: (missed: readonly AskedQuestion[]) => ReactNode;
};

/** Asks the paper of an address, once it is there. */
export const LoadedPaper = ({ path, title, none, actions }: Props) => {
  const { t } = useTranslation('questions');
  const { loaded, reload } = useLoad(path);
  if (loaded.state === 'ready' && loaded.value.questions.length > 0)
    return <PaperRun title={title(loaded.value)} paper={loaded.value} actions={actions} />;
  return (
    <Panel>
      <h1 className="sr-only">{t('title')}</h1>
      {loaded.state === 'ready' ? (
        <EmptyState title={none.title} text={none.text} />
      ) : loaded.state === 'failed' ? (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      ) : (
        <Skeleton className="min-h-320">
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[24%]" />
            <SkeletonBar className="w-[70%]" />
          </div>
        </Skeleton>
      )}
    </Panel>
  );
};
