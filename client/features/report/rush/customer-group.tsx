import type { ReactNode } from 'react';
import type { Conversation } from '#client/features/report/model/exchanges.ts';
import { isMerit } from '#client/features/report/model/numbering.ts';
import { marks, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';
import type { ReportFinding } from '#contract/report.ts';

type Props = {
  conversation: Conversation;
  findings: readonly ReportFinding[];
  doubts: number;
  losesMore: boolean;
  children: ReactNode | null;
};

/** Seconds from the end of the customer's first words to the first reply, as the findings count them (RULES M82); null without one. */
const firstResponseS = ({ rounds }: Conversation): number | null => {
  const first = rounds.find((round) => round.first);
  return first === undefined || first.to === null ? null : first.seconds;
};

/**
 * One customer of a rush: how it came out, the first response and what the faults cost, and behind the row the words. On a
 * phone who has no fault is one line.
 * `findings`: all of this customer's; `doubts`: places of theirs that nobody has ruled on, which may cost
 * marks; `losesMore`: marks of theirs were lost that no finding tells (RULES M85). With `children` null (nothing that the filter shows) the row opens nothing.
 */
export const CustomerGroup = ({ conversation, findings, doubts, losesMore, children }: Props) => {
  const { t } = useTranslation('report');
  const faults = findings.filter((finding) => !isMerit(finding));
  const lost = faults.reduce((sum, { marks: cost }) => sum + cost, 0);
  const firstS = firstResponseS(conversation);
  // Marks lost without a fault to name stand among the six parts, which say where (RULES M112).
  const withoutFault = losesMore ? 'customer.lostMore' : 'customer.noFault';
  const faultsText = faults.length === 0 ? t(withoutFault) : t('customer.faults', { n: faults.length });
  const head = (
    <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_136px_120px_88px_88px] items-baseline gap-x-12 max-side:grid-cols-[minmax(0,1fr)_auto_auto] max-pane:grid-cols-[minmax(0,1fr)_auto]">
      <b lang="zh-CN" className="cut">
        {conversation.name}
      </b>
      <span className="text-12 text-ink-2 max-side:text-right">
        {conversation.rating === null
          ? (conversation.outcome ?? t('customer.unfinished'))
          : t('customer.outcome', { outcome: conversation.outcome, rating: conversation.rating })}
      </span>
      <span className={cx('text-12 text-ink-2 max-pane:col-start-1', faults.length === 0 && 'max-pane:hidden')}>
        {firstS === null ? t('customer.noReply') : t('customer.first', { seconds: seconds(firstS) })}
      </span>
      <span className="text-12 text-ink-2 max-side:hidden">{faultsText}</span>
      <span
        className={cx(
          'text-right text-12',
          lost > 0 ? 'font-semibold text-bad' : 'text-ink-3',
          faults.length === 0 && 'max-pane:hidden',
        )}
      >
        {lost > 0 ? t('customer.lost', { marks: marks(lost) }) : null}
        {lost === 0 && doubts > 0 ? t('customer.inDoubt', { n: doubts }) : null}
        {lost === 0 && doubts === 0 && !losesMore ? t('customer.lostNone') : null}
      </span>
    </span>
  );
  const rowClass = 'border-line border-t first:border-t-0';
  return children === null ? (
    <div
      className={cx(
        rowClass,
        'flex min-h-40 items-center py-8 pr-14 pl-36 max-pane:min-h-44 print:min-h-0 print:pl-14',
      )}
    >
      {head}
    </div>
  ) : (
    <Disclosure head={head} className={rowClass}>
      {children}
    </Disclosure>
  );
};
