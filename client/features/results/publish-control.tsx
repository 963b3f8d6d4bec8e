import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunResults } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { longDate } from '../../lib/format.ts';
import { setPublished } from '../../lib/results-deeds.ts';
import { useLoad } from '../../lib/use-load.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Refused } from '../../ui/refused.tsx';
import { Tag } from '../../ui/tag.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useMayChange } from './use-may-change.ts';

type Props = { run: RunResults['run']; refresh: () => void };

/** When the trainees see their reports: by the plan at once, or from the teacher's word on. */
export const PublishControl = ({ run, refresh }: Props) => {
  const { t } = useTranslation('results');
  const may = useMayChange();
  const { loaded } = useLoad<RunBody>(endpoints.run(run.id));
  const [asking, setAsking] = useState(false);
  const { busy, error, send, clear } = useSubmit();
  const published = run.publishedAt !== null;
  if (loaded.state === 'ready' && loaded.value.plan.results === 'at-once')
    return <Tag tone="line">{t('publish.atOnce')}</Tag>;
  const change = async () => {
    const done = await send(() => setPublished(run.id, !published));
    if (done === null) return;
    setAsking(false);
    showToast(t(published ? 'publish.taken' : 'publish.given'));
    refresh();
  };
  const open = (next: boolean) => {
    clear();
    setAsking(next);
  };
  return (
    <>
      {run.publishedAt === null ? null : (
        <Tag tone="good">{t('publish.since', { date: longDate(run.publishedAt) })}</Tag>
      )}
      {may ? <Button onClick={() => open(true)}>{t(published ? 'publish.takeBack' : 'publish.do')}</Button> : null}
      <Dialog
        open={asking}
        onOpenChange={open}
        title={t(published ? 'publish.takeTitle' : 'publish.doTitle')}
        text={t(published ? 'publish.takeText' : 'publish.doText')}
        actions={
          <>
            <Button onClick={() => open(false)}>{t('cancel')}</Button>
            <Button kind="primary" disabled={busy} onClick={() => void change()}>
              {t(published ? 'publish.takeBack' : 'publish.do')}
            </Button>
          </>
        }
      >
        <Refused error={error} className="mt-8" />
      </Dialog>
    </>
  );
};
