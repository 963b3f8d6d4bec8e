import '#client/drill/transfers/strings.ts';
import { useEffect } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { RunBody } from '#contract/runs.ts';
import type { Transfer } from '#contract/together/transfers.ts';

type Props = { run: RunBody; onClose: () => void };

/** Who gave whom to whom, how it stands, and the note. Read anew with every change of the run. */
export const TransfersDialog = ({ run, onClose }: Props) => {
  const { t } = useTranslation('transfers');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/transfers', { id: run.id }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the run is sent again when a transfer has come further
  useEffect(refresh, [run, refresh]);
  const transfers = loaded.state === 'ready' ? loaded.value.transfers : [];
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('wall.title')}
      description={t('wall.text')}
      actions={<Button onClick={onClose}>{t('ui:close')}</Button>}
    >
      {loaded.state === 'failed' ? (
        <LoadFailed title={t('wall.failed')} error={loaded.error} onRetry={reload} />
      ) : loaded.state === 'ready' && transfers.length === 0 ? (
        <p className="mt-10 text-ink-2">{t('wall.none')}</p>
      ) : (
        <ul className="mt-10 grid max-h-320 gap-8 overflow-y-auto">
          {transfers.toReversed().map((transfer) => (
            <TransferRow key={transfer.id} transfer={transfer} />
          ))}
        </ul>
      )}
    </Dialog>
  );
};

const TONES = { offered: 'accent', taken: 'good', returned: 'warn', void: 'plain' } as const;

const TransferRow = ({ transfer: { from, to, customer, state, why, reason, handOver } }: { transfer: Transfer }) => {
  const { t } = useTranslation('transfers');
  return (
    <li className="border-line border-b pb-8 last:border-b-0">
      <p className="flex flex-wrap items-baseline gap-x-8 gap-y-2">
        <b lang="zh-CN" className="min-w-0 wrap-anywhere">
          {t('wall.row', { from: from?.name ?? '—', to: to?.name ?? '—', customer })}
        </b>
        <Tag tone={TONES[state]}>{t(`wall.state.${state}`)}</Tag>
        {why === null ? null : (
          <span className="text-12 text-ink-2">
            {t(`wall.why.${why}`)}
            {reason === null ? null : <span lang="zh-CN"> · {reason}</span>}
          </span>
        )}
      </p>
      <p lang="zh-CN" className="text-ink-2 wrap-anywhere">
        {handOver.note}
      </p>
      {handOver.again.map(({ says }) => (
        <p key={says} lang="zh-CN" className="text-12 text-warn wrap-anywhere">
          {t('wall.again', { says })}
        </p>
      ))}
    </li>
  );
};
