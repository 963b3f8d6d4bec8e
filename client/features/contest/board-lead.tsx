import type { CSSProperties } from 'react';
import { clauses } from '#client/lib/clauses.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { TFunction } from '#client/lib/messages.ts';
import type { ContestLead } from '#contract/contests/board.ts';

/** Who leads, by how much and since when, in one line; nothing before any round has ended. */
export const BoardLead = ({ lead, style }: { lead: ContestLead | null | undefined; style?: CSSProperties }) => {
  const { t } = useTranslation('contest');
  if (lead === null || lead === undefined) return null;
  return (
    <p className="border-line border-b bg-soft py-6 wrap-anywhere" style={style}>
      {clauses([whoText(t, lead), marginText(t, lead), t('lead.since', { at: shortDate(lead.since) })])}
    </p>
  );
};

const whoText = (t: TFunction<'contest'>, { labels, unnamed }: ContestLead): string => {
  const who = [...labels, ...(unnamed === 0 ? [] : [t('lead.unnamed', { n: unnamed })])].join(t('join'));
  return labels.length + unnamed > 1 ? t('lead.together', { who }) : t('lead.first', { who });
};

const marginText = (t: TFunction<'contest'>, { margin }: ContestLead): string | null => {
  if (margin === null) return null;
  const { by, n } = margin;
  return n === null ? t('lead.unmeasured') : t(`lead.by.${by}`, { n: marks(n) });
};
