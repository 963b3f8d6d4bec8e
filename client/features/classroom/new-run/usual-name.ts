import type { TFunction } from '#client/lib/messages.ts';
import type { RunDraft } from './run-draft.ts';

const NOON_HOUR = 12;
const EVENING_HOUR = 18;
const partOfDay = (hour: number): 'morning' | 'afternoon' | 'evening' =>
  hour < NOON_HOUR ? 'morning' : hour < EVENING_HOUR ? 'afternoon' : 'evening';

/** What a lesson or homework is called until somebody names it: 周四上午场, 周四作业. */
export const usualName = (t: TFunction<'classroom'>, kind: RunDraft['kind'], now = new Date()): string => {
  const day = t(`weekday.${now.getDay()}`);
  return kind === 'homework'
    ? t('newRun.homeworkName', { day })
    : t('newRun.defaultName', { day, part: t(`part.${partOfDay(now.getHours())}`) });
};
