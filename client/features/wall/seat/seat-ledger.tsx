import type { ConversationView, LedgerEntry } from '#client/drill/model/drill-view.ts';
import { entrySeconds, isSettled } from '#client/drill/model/drill-view.ts';
import { useWatchedSeconds } from '#client/features/wall/model/seat-clock.ts';
import { runningWait } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import { cx } from '#client/ui/cx.ts';

/** The customer's open questions, and faults of silence, which have no message to stand under. */
export const SeatLedger = ({ conversation, tile }: { conversation: ConversationView; tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  const silentFaults = tile.recentFaults.filter(
    (fault) => fault.conversation === conversation.key && fault.message === null,
  );
  if (conversation.ledger.length === 0 && silentFaults.length === 0) return null;
  return (
    <div className="max-h-120 shrink-0 overflow-y-auto border-line border-b px-16 py-6 text-13">
      {conversation.ledger.length === 0 ? null : (
        <ul aria-label={t('ledger.title')} className="flex flex-col gap-2">
          {conversation.ledger.map((entry) => (
            <Entry key={entry.question} entry={entry} />
          ))}
        </ul>
      )}
      {silentFaults.map((fault) => (
        <p key={fault.id} className="text-warn">
          {fault.title}
          {fault.quote === '' ? null : <span className="text-ink-3"> {fault.quote}</span>}
        </p>
      ))}
    </div>
  );
};

const Entry = ({ entry }: { entry: LedgerEntry }) => {
  const { t } = useTranslation('wall');
  const hasSettled = isSettled(entry.state);
  const runningS = useWatchedSeconds(entry.settledAt === null ? entry.openedAt : null);
  const lengthS = runningS ?? entrySeconds(entry);
  return (
    <li className="flex items-baseline gap-8">
      <span className={cx('min-w-0 flex-1', hasSettled && 'text-ink-3')}>{entry.text}</span>
      <span
        className={cx('shrink-0', entry.state === 'answered' ? 'text-good' : hasSettled ? 'text-ink-3' : 'text-warn')}
      >
        {t(`ledger.${entry.state}`)}
      </span>
      <span className="w-56 shrink-0 text-right text-ink-3">
        {hasSettled && lengthS === 0 ? null : runningWait(lengthS)}
      </span>
    </li>
  );
};
