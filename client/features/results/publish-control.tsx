import { useState } from 'react';
import { setPublished } from '#client/features/results/model/results-commands.ts';
import { useMayChange } from '#client/features/results/model/use-may-change.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { RunResults } from '#contract/results.ts';

type Props = { run: RunResults['run']; refresh: () => void };

/** When the trainees see their reports: by the plan at once, or from the teacher's word on. */
export const PublishControl = ({ run, refresh }: Props) => {
  const { t } = useTranslation('results');
  const mayChange = useMayChange();
  const { loaded } = useLoad(pathTo('GET /api/runs/:id', { id: run.id }));
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, error, send, clear } = useSubmit();
  const isPublished = run.publishedAt !== null;
  if (loaded.state === 'ready' && loaded.value.plan.results === 'at-once')
    return <Tag tone="line">{t('publish.atOnce')}</Tag>;
  const togglePublished = async () => {
    const reply = await send(() => setPublished(run.id, !isPublished));
    if (reply === null) return;
    setIsAsking(false);
    showToast(t(isPublished ? 'publish.taken' : 'publish.given'));
    refresh();
  };
  const setDialog = (willOpen: boolean) => {
    clear();
    setIsAsking(willOpen);
  };
  return (
    <>
      {run.publishedAt === null ? null : (
        <Tag tone="good">{t('publish.since', { date: longDate(run.publishedAt) })}</Tag>
      )}
      {mayChange ? (
        <Button onClick={() => setDialog(true)}>{t(isPublished ? 'publish.takeBack' : 'publish.do')}</Button>
      ) : null}
      <Dialog
        open={isAsking}
        onOpenChange={setDialog}
        title={t(isPublished ? 'publish.takeTitle' : 'publish.doTitle')}
        description={t(isPublished ? 'publish.takeText' : 'publish.doText')}
        actions={
          <>
            <Button onClick={() => setDialog(false)}>{t('ui:cancel')}</Button>
            <Button kind="primary" disabled={isBusy} onClick={() => void togglePublished()}>
              {t(isPublished ? 'publish.takeBack' : 'publish.do')}
            </Button>
          </>
        }
      >
        <Refused error={error} className="mt-8" />
      </Dialog>
    </>
  );
};
