import { marks, percent, seconds } from '#client/lib/format.ts';
import type { TFunction } from '#client/lib/messages.ts';
import type { RankedTeam, TeamFigure } from '#contract/terms/teams.ts';

type T = TFunction<'teams'>;

const NAMED = ['first', 'second', 'third', 'fourth'] as const;

/** 冠军, 亚军, 季军, 殿军, 第 5 名. `place`: from 1. */
export const placeText = (t: T, place: number): string => {
  const named = NAMED[place - 1];
  return named === undefined ? t('rank.nth', { n: place }) : t(`rank.${named}`);
};

/** 并列冠军 where another team has it too. */
export const rankText = (t: T, { rank, shared }: Pick<RankedTeam, 'rank' | 'shared'>): string => {
  if (rank === null) return t('rank.none');
  return shared ? t('rank.shared', { place: placeText(t, rank) }) : placeText(t, rank);
};

/** 第 1 名, 并列第 2 名: titles are the teams'. */
export const personRankText = (t: T, { rank, shared }: Pick<RankedTeam, 'rank' | 'shared'>): string => {
  if (rank === null) return t('rank.none');
  const place = t('rank.nth', { n: rank });
  return shared ? t('rank.shared', { place }) : place;
};

/** With its unit. */
export const figureText = (t: T, { id, value }: TeamFigure): string => {
  if (value === null) return t('noFigure');
  if (id === 'score' || id === 'inspection') return marks(value);
  if (id === 'basket') return t('yuan', { n: marks(value) });
  if (id === 'answer-rate' || id === 'conversion' || id === 'satisfaction') return percent(marks(value));
  return id === 'workload' ? t('customers', { n: marks(value) }) : seconds(value);
};

export const awardText = (t: T, { award }: Pick<RankedTeam, 'award'>): string =>
  award === null || award === 0 ? t('noFigure') : t('yuan', { n: award.toLocaleString('en') });
