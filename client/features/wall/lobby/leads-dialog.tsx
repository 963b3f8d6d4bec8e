import '#client/drill/lead/strings.ts';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { LeadBoard } from '#contract/together/leads.ts';

type Props = { run: string; onClose: () => void };

/** Who of the class leads: given before the drill begins. */
export const LeadsDialog = ({ run, onClose }: Props) => {
  const { t } = useTranslation('lead');
  const { loaded, reload } = useLoad(pathTo('GET /api/runs/:id/leads', { id: run }));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('give.title')}
      description={t('give.text')}
      actions={
        <Button kind="primary" onClick={onClose}>
          {t('give.close')}
        </Button>
      }
    >
      {loaded.state === 'failed' ? (
        <LoadFailed title={t('give.failed')} error={loaded.error} onRetry={reload} />
      ) : loaded.state === 'loading' ? (
        <Skeleton>
          <SkeletonBar className="w-[60%]" />
        </Skeleton>
      ) : (
        <Seats run={run} read={loaded.value} />
      )}
    </Dialog>
  );
};

const Seats = ({ run, read }: { run: string; read: LeadBoard }) => {
  const { t } = useTranslation('lead');
  const { error, send } = useSubmit();
  const [changed, setChanged] = useState<LeadBoard | null>(null);
  const { seats, leads, open } = changed ?? read;
  const give = async (seat: string, isLead: boolean) => {
    const given = await send(() => call('POST /api/runs/:id/leads', { id: run }, { seat, leads: isLead }));
    if (given !== null) setChanged(given.value);
  };
  if (seats.length === 0) return <p className="text-ink-3">{t('give.none')}</p>;
  return (
    <>
      {open ? null : <p className="mb-8 text-warn">{t('give.late')}</p>}
      <ul className="grid max-h-320 grid-cols-2 gap-x-16 overflow-y-auto max-pane:grid-cols-1">
        {seats.map((seat) => (
          <li key={seat.id}>
            <label className="flex min-h-30 items-center gap-8 max-pane:min-h-44">
              <input
                type="checkbox"
                checked={seat.leads}
                disabled={!open}
                aria-label={t('give.lead', { name: seat.name })}
                onChange={(event) => void give(seat.id, event.target.checked)}
              />
              <span className="w-28 shrink-0 text-ink-3">{seat.no}</span>
              <span lang="zh-CN" className="min-w-0 wrap-anywhere">
                {seat.name}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Refused error={error} />
      <ul role="status" className="mt-8 grid gap-2 text-12 text-ink-2">
        {leads
          .filter(({ peers }) => peers.length > 0)
          .map(({ id, name, peers }) => (
            <li key={id}>{t('give.here', { name, peers: listed(peers) })}</li>
          ))}
      </ul>
    </>
  );
};
