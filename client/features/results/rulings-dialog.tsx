import { Download } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate, marks } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { RunRuling } from '#contract/results.ts';

/** Every ruling of the run, the newest first. An undone one is struck, never gone. */
export const RulingsDialog = ({ run, onClose }: { run: string; onClose: () => void }) => {
  const { t } = useTranslation('results');
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={t('rulings.title')}
      description={t('rulings.text')}
    >
      <LoadedRulings run={run} />
    </Dialog>
  );
};

const LoadedRulings = ({ run }: { run: string }) => {
  const { t } = useTranslation('results');
  const { loaded, reload } = useLoad(pathTo('GET /api/runs/:id/rulings', { id: run }));
  if (loaded.state === 'failed')
    return <LoadFailed title={t('rulings.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading')
    return (
      <Skeleton className="py-12">
        <SkeletonBar />
      </Skeleton>
    );
  if (loaded.value.length === 0) return <p className="py-12">{t('rulings.none')}</p>;
  return (
    <>
      {loaded.value.some(({ example, undone }) => example && undone === null) ? <ExampleDownload run={run} /> : null}
      <ol className="mt-8 flex flex-col">
        {loaded.value
          .toSorted((a, b) => b.at - a.at)
          .map((ruling) => (
            <RulingItem key={ruling.id} ruling={ruling} />
          ))}
      </ol>
    </>
  );
};

/** Replies of the run that may become examples, as a patch for the authors of the cases. */
const ExampleDownload = ({ run }: { run: string }) => {
  const { t } = useTranslation('results');
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async () => {
    setIsBusy(true);
    setRefusal(await download(pathTo('GET /api/runs/:id/harvest', { id: run }), 'examples.diff'));
    setIsBusy(false);
  };
  return (
    <div className="mt-12 flex flex-wrap items-center gap-x-10 gap-y-4">
      <Button size="s" disabled={isBusy} onClick={() => void save()}>
        <Download size={14} aria-hidden="true" />
        {t(isBusy ? 'table.exporting' : 'rulings.harvest')}
      </Button>
      <span className="min-w-0 flex-1 text-12 text-ink-3">{t('rulings.harvestHint')}</span>
      {refusal === null ? null : (
        <Notice tone="bad" className="w-full">
          {t('table.exportFailed', { why: refusal })}
        </Notice>
      )}
    </div>
  );
};

const RulingItem = ({ ruling }: { ruling: RunRuling }) => {
  const { t } = useTranslation('results');
  const { undone } = ruling;
  return (
    <li className="border-line border-b py-8">
      <div className="flex flex-wrap items-baseline gap-x-8">
        <Link to={`/drills/${ruling.drill}/report`} className="link">
          {[ruling.no, ruling.name].filter(Boolean).join(' ')}
        </Link>
        <Tag tone={undone === null ? 'accent' : 'plain'}>{t(`rulings.${undone === null ? 'inForce' : 'undone'}`)}</Tag>
      </div>
      <div className={undone === null ? undefined : 'text-ink-3 line-through'}>
        <b className="wrap-anywhere">
          {ruling.verdict === 'score'
            ? t('rulings.score', { score: ruling.score === null ? '—' : marks(ruling.score) })
            : t(`rulings.${ruling.verdict}`, { title: ruling.title })}
        </b>
        {ruling.reason === '' ? null : <p className="wrap-anywhere">{ruling.reason}</p>}
      </div>
      <p className="text-12 text-ink-3">
        {t('rulings.by', { by: ruling.by, date: longDate(ruling.at) })}
        {undone === null ? null : t('rulings.undoneBy', { by: undone.by, date: longDate(undone.at) })}
      </p>
    </li>
  );
};
