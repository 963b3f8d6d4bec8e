import type { Answer } from '#client/lib/api.ts';
import type { Path } from '#client/lib/endpoints.ts';
import { shortDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { SessionRow } from '#contract/sign-ins.ts';
import { EmptyState } from './empty-state.tsx';
import { LoadFailed } from './load-failed.tsx';
import { Refused } from './refused.tsx';
import { Skeleton, SkeletonBar } from './skeleton.tsx';
import { Tag } from './tag.tsx';
import { showToast } from './toast-store.ts';

type Props = {
  path: Path<SessionRow[]>;
  /** Ends one session. */
  end: (session: string) => Promise<Answer<SessionRow[]>>;
  /** Ends all, or all but the one at this screen. */
  endAll: () => Promise<Answer<SessionRow[]>>;
  /** Words of the button that ends them all. */
  endAllText: string;
};

/** Where an account is signed in: device, network and times, and a button to end each but the one at this screen. */
export const SessionList = ({ path, end, endAll, endAllText }: Props) => {
  const { t } = useTranslation('ui');
  const { loaded, reload, refresh } = useLoad(path);
  const { isBusy, error, send } = useSubmit();
  const ask = async (work: () => Promise<Answer<SessionRow[]>>) => {
    const reply = await send(work);
    if (reply !== null) showToast(t('sessions.ended'));
    refresh();
  };
  if (loaded.state === 'failed')
    return <LoadFailed title={t('sessions.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') {
    return (
      <Skeleton className="min-h-80">
        <div className="flex flex-col gap-14 py-12">
          <SkeletonBar className="w-[60%]" />
          <SkeletonBar className="w-[40%]" />
        </div>
      </Skeleton>
    );
  }
  const rows = loaded.value;
  if (rows.length === 0) return <EmptyState title={t('sessions.none')} />;
  const others = rows.filter(({ own }) => !own).length;
  return (
    <>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-8 py-8">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-8">
                <span className="wrap-anywhere">{row.device}</span>
                {row.own ? <Tag tone="accent">{t('sessions.own')}</Tag> : null}
              </p>
              <p className="text-12 text-ink-3 wrap-anywhere">
                {t('sessions.seen', { from: shortDate(row.startedAt), to: shortDate(row.seenAt) })}
                {row.address === null ? null : <span className="ml-8 inline-block">{row.address}</span>}
              </p>
            </div>
            {row.own ? null : (
              <Button
                size="s"
                disabled={isBusy}
                aria-label={t('sessions.endOf', { name: row.device })}
                onClick={() => void ask(() => end(row.id))}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refused error={error} className="mt-8" />
      {others > 1 ? (
        <Button className="mt-8" disabled={isBusy} onClick={() => void ask(endAll)}>
          {endAllText}
        </Button>
      ) : null}
    </>
  );
};
