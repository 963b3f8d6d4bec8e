import { Circle, CircleAlert, CircleCheck, CircleQuestionMark, CircleX } from 'lucide-react';
import { useContext, useRef } from 'react';
import { type ConversationView, entrySeconds, isSettled, type LedgerEntry } from '#client/drill/model/drill-view.ts';
import { runningWait } from '#client/lib/format.ts';
import { useKeepsLog } from '#client/lib/hooks/use-keeps-log.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { WIDE_SPACE } from '#client/lib/spaces.ts';
import { cx } from '#client/ui/cx.ts';
import { WaitClockContext } from './wait-clock.ts';

/**
 * The customer's questions: the state of each and how long it has been open, open ones first. No hint of the answer. It is there
 * before the first is asked, and then says in a line what the words on its questions mean (RULES X79). They wrap, and from the
 * fourth line on one scrolls; on a phone they are one line, scrolled sideways, so that the thread keeps its height (RULES X64). From
 * the trainee's reply until the customer's next words nothing counts, since nobody knows yet what the reply was to them (RULES X71).
 */
export const LedgerStrip = ({ ledger, items }: Pick<ConversationView, 'ledger' | 'items'>) => {
  const { t } = useTranslation('desk');
  const strip = useRef<HTMLElement>(null);
  useKeepsLog(strip);
  const unsettled = ledger.filter((entry) => !isSettled(entry.state));
  const settled = ledger.filter((entry) => isSettled(entry.state));
  const repliedAt = repliedSince(items);
  return (
    <section
      ref={strip}
      aria-label={t('ledger.label')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
      tabIndex={0}
      className="flex max-h-96 shrink-0 items-start gap-6 overflow-y-auto border-line border-b bg-surface py-6 pr-12 pl-16 focus-visible:-outline-offset-2 max-pane:overflow-x-auto max-pane:px-12"
    >
      <b className="shrink-0 text-12 leading-[24px]" title={t('ledger.legend')}>
        {t('ledger.title')}
      </b>
      {ledger.length === 0 ? (
        <span className="text-12 text-ink-3 leading-[24px] max-pane:shrink-0 max-pane:whitespace-nowrap">
          <span className="max-pane:hidden">{t('ledger.none')} </span>
          {t('ledger.legend')}
        </span>
      ) : null}
      <ol className="flex min-w-0 flex-wrap gap-6 max-pane:flex-nowrap">
        {[...unsettled, ...settled].map((entry) => (
          <Entry key={entry.question} entry={entry} repliedAt={repliedAt} />
        ))}
      </ol>
    </section>
  );
};

const SECOND_MS = 1000;

/** The tick is for answered questions only: 待核 is in doubt and no answer yet, so its icon differs. */
const ICONS: { readonly [state: string]: typeof Circle } = { answered: CircleCheck, provisional: CircleQuestionMark };

/** When the trainee first wrote after the customer's last words; null: not yet. */
const repliedSince = (items: ConversationView['items']): number | null => {
  const last = items.findLastIndex(({ kind }) => kind === 'customer');
  return items.slice(last + 1).find(({ kind }) => kind === 'trainee')?.at ?? null;
};

const Entry = ({ entry, repliedAt }: { entry: LedgerEntry; repliedAt: number | null }) => {
  const { t } = useTranslation('desk');
  const hasSettled = isSettled(entry.state);
  const { useSecondsSince } = useContext(WaitClockContext);
  const isReplied = entry.settledAt === null && repliedAt !== null && repliedAt >= entry.openedAt;
  const runningS = useSecondsSince(entry.settledAt === null && !isReplied ? entry.openedAt : null);
  const stoodS = isReplied ? Math.round((repliedAt - entry.openedAt) / SECOND_MS) : (runningS ?? 0);
  const spentS = entry.settledAt === null ? stoodS : entrySeconds(entry);
  const isUntouched = entry.state === 'open' || entry.state === 'clarifying';
  const Icon = ICONS[entry.state] ?? (hasSettled ? CircleX : isUntouched ? Circle : CircleAlert);
  return (
    <li
      className={cx(
        'flex h-24 max-w-full items-center max-pane:max-w-240 max-pane:shrink-0 gap-6 whitespace-nowrap rounded-5 border px-8 text-12',
        hasSettled ? 'border-line bg-soft text-ink-3' : isUntouched ? 'border-line-2' : 'border-warn-solid',
      )}
    >
      <Icon size={14} className="shrink-0" aria-hidden="true" />
      <span lang="zh-CN" className="cut min-w-0" title={entry.text}>
        {entry.text}
      </span>
      <span className={cx('shrink-0', !hasSettled && 'text-warn')} title={t('ledger.legend')}>
        {isReplied ? t('ledger.replied') : t(`ledger.state.${entry.state}`)}
        {/* Told before it was asked, it took no seconds. */}
        {hasSettled && spentS === 0 ? null : `${WIDE_SPACE}${runningWait(spentS)}`}
      </span>
    </li>
  );
};
