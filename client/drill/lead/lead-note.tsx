import './strings.ts';
import type { ThreadItem } from '#client/drill/model/drill-view.ts';
import { clock, money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

type LeadItem = Extract<ThreadItem, { kind: 'lead-asked' | 'lead-answered' }>;

/** In the thread: a report is with the lead, and what they decided. Screen readers are told of it. */
export const LeadNote = ({ item }: { item: LeadItem }) => {
  const { t } = useTranslation('lead');
  if (item.kind === 'lead-asked')
    return (
      <p>
        {clock(item.at)} {t('desk.asked')}
      </p>
    );
  const { how, amount, words, result } = item;
  const head =
    how === 'granted' && amount !== null ? t('desk.grantedSum', { sum: money(amount) }) : t(`desk.${how ?? 'none'}`);
  return (
    <div role="status" className="my-2 rounded-5 border border-tint-line bg-tint px-10 py-6 text-13 text-ink">
      <p>
        <span className="text-12 text-ink-3">{clock(item.at)} </span>
        <b className="text-accent">{head}</b>
      </p>
      {words === '' ? null : (
        <p lang="zh-CN" className="wrap-anywhere">
          {words}
        </p>
      )}
      {result.map((line) => (
        <p key={line} lang="zh-CN" className="text-ink-2">
          {line}
        </p>
      ))}
    </div>
  );
};
