import { countedTitles, isTimed, shownSeconds } from '#client/features/report/model/anatomy-parts.ts';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { AnatomyRound } from '#contract/anatomy.ts';

/** At most this many names are listed; further ones are counted. */
const MAX_NAMES_LISTED = 2;
/** For a wait shorter than this, in seconds, the page doesn't say who else waited. */
const WORTH_A_WORD_S = 3;

/** What the figures rest on: who else waited, which cards, what was typed away, what isn't known. */
export const AnatomyDetail = ({ round }: { round: AnatomyRound }) => {
  const { t } = useTranslation('anatomy');

  const aboutWaiting = ({ waiting }: AnatomyRound): Remark[] => {
    if (shownSeconds(round, 'unseen') < WORTH_A_WORD_S) return [];
    if (waiting.length === 0) return [{ key: 'alone' }];
    const names = waiting
      .slice(0, MAX_NAMES_LISTED)
      .map((name) => t('customer', { name }))
      .join(t('comma'));
    return [
      { key: waiting.length > MAX_NAMES_LISTED ? 'waitingMore' : 'waiting', values: { names, count: waiting.length } },
    ];
  };

  const aboutCards = ({ cards }: AnatomyRound): Remark[] => {
    const titlesBefore = countedTitles(cards.filter((card) => !card.whileTyping).map((card) => card.title));
    const countWhileTyping = cards.filter((card) => card.whileTyping).length;
    const titles = titlesBefore
      .slice(0, MAX_NAMES_LISTED)
      .map(({ title, count }) => t(count > 1 ? 'cardTimes' : 'card', { title, count }))
      .join(t('comma'));
    return [
      ...(titlesBefore.length === 0
        ? []
        : [
            {
              key: titlesBefore.length > MAX_NAMES_LISTED ? 'cardsMore' : 'cards',
              values: { titles, count: titlesBefore.length },
            },
          ]),
      ...(countWhileTyping === 0 ? [] : [{ key: 'cardsTyping', values: { count: countWhileTyping } }]),
    ];
  };

  const remarks = [...aboutWaiting(round), ...aboutCards(round), ...aboutWords(round), ...aboutTimes(round)];
  if (remarks.length === 0) return null;
  return (
    <p className="mt-2 text-12 text-ink-3">
      {remarks.map(({ key, values = {} }) => t(key, values)).join(t('semicolon'))}
    </p>
  );
};

type Remark = { key: string; values?: Record<string, string | number> };

const aboutWords = ({ how, phrase, typed, deleted }: AnatomyRound): Remark[] => {
  return [
    ...(how === 'quick-reply'
      ? [phrase === null ? { key: 'phraseBare' } : { key: 'phrase', values: { title: phrase } }]
      : []),
    ...(how === 'pasted' ? [{ key: 'pasted' }] : []),
    ...(typed !== null && deleted !== null && deleted > 0 ? [{ key: 'deleted', values: { typed, deleted } }] : []),
  ];
};

/** What is said when the time of the hands is missing, all of it or a part. */
const aboutTiming = (round: AnatomyRound): Remark[] => {
  if (!isTimed(round)) return [{ key: round.how === 'card' ? 'byCard' : 'none' }];
  const untimed = shownSeconds(round, 'untimed');
  return untimed === 0 ? [] : [{ key: 'partly', values: { seconds: seconds(untimed) } }];
};

const aboutTimes = (round: AnatomyRound): Remark[] => {
  return [
    ...aboutTiming(round),
    ...(round.grade === 'interrupted' ? [{ key: 'interrupted' }] : []),
    ...(round.cut === null || Math.round(round.cut) < 1
      ? []
      : [{ key: 'cut', values: { seconds: seconds(round.cut) } }]),
  ];
};
