import { clauses } from '#client/lib/clauses.ts';
import type { TFunction } from '#client/lib/messages.ts';
import type { OwnSheet } from '#contract/terms/published.ts';

/** 奖学金第 2 名，二等奖学金，500 元; null where the teacher doesn't show ranks, or the row has none. */
export const rankText = (t: TFunction<'published-sheets'>, { scholarship, ranked, rules }: OwnSheet): string | null => {
  if (scholarship === null) return null;
  const { rank, shared, award, yuan } = scholarship;
  const name = rules.awards.find(({ id }) => id === award)?.name;
  return clauses([
    t(shared ? 'own.sharedRank' : 'own.rank', { rank, of: ranked }),
    name === undefined ? t('own.noAward') : t('own.award', { award: name, yuan: yuan.toLocaleString('en') }),
  ]);
};
