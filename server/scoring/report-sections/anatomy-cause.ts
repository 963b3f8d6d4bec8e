/**
 * The one of four causes of slow replies that the times point at (docs/trade.md §2: ① 工作平台和快捷话术不熟悉 ② 产品不熟悉、临时找答案 ③
 * 紧张、怕出错、犹豫 ④ 对响应时间没有概念). Only rounds over the pass threshold are looked at. Below the rubric's other thresholds no
 * cause is named, and the sentence says why.
 */

import type { Anatomy, AnatomyRound } from '#contract/anatomy.ts';
import type { AnatomyThresholds } from '#engine/model/rubric.ts';
import { joined, say } from '#i18n/say.ts';
import { isFasterThanAHand } from '#scoring/facts/pasted-text.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { busyText, longestInTable, longestPart, openedCard, percent, secondsOfKind, sumOf } from './anatomy-longest.ts';

type CauseId = NonNullable<Anatomy['cause']>['id'];
type FoundCause = Pick<Anatomy, 'cause' | 'evidence'>;
/** Seconds of the slow rounds that speak for a cause, and the rounds they come from. */
type CauseTrace = { id: CauseId; seconds: number; rounds: AnatomyRound[] };

const SECONDS_A_MINUTE = 60;

const titleOf = (id: CauseId): string => say(`page:cause.title.${id}`);

/** The cause with its evidence. Slow replies without times are in no figure of it: the sentence says how many they are (RULES M201). */
export const causeOf = (rounds: readonly AnatomyRound[], thresholds: AnatomyThresholds | null): FoundCause => {
  const found = causeOfTimed(rounds, thresholds);
  const untimed = rounds.filter((round) => isSlow(round) && !hasTimes(round)).length;
  return untimed === 0 || rounds.filter(hasTimes).length < (thresholds?.fewestRounds ?? Number.POSITIVE_INFINITY)
    ? found
    : { ...found, evidence: joined([found.evidence, say('page:cause.untimed-slow', { n: untimed })]) };
};

const hasTimes = ({ segments }: AnatomyRound): boolean => segments.some(({ kind }) => kind !== 'untimed');
const isSlow = ({ grade }: AnatomyRound): boolean => grade === 'weak' || grade === 'fail';

const causeOfTimed = (rounds: readonly AnatomyRound[], thresholds: AnatomyThresholds | null): FoundCause => {
  const withTimes = rounds.filter(hasTimes);
  // A round across a long stop is outside the figures (RULES C4).
  const uninterrupted = withTimes.filter((round) => round.grade !== 'interrupted');
  const slowRounds = uninterrupted.filter(isSlow);
  // The order is the rule: the first reason that holds is the one told.
  if (rounds.length === 0) return noCause(say('page:cause.none.no-reply'));
  if (withTimes.length === 0) return noCause(say('page:cause.none.untimed', { n: rounds.length }));
  if (uninterrupted.length === 0) return noCause(say('page:cause.none.stopped', { n: withTimes.length }));
  if (thresholds === null) return noCause(say('page:cause.none.no-lines'));
  if (uninterrupted.length < thresholds.fewestRounds)
    return noCause(say('page:cause.none.few-rounds', { n: uninterrupted.length, least: thresholds.fewestRounds }));
  if (slowRounds.length === 0) return noCause(say('page:cause.none.in-time', { n: uninterrupted.length }));
  if (slowRounds.length < thresholds.fewestSlow)
    return noCause(say('page:cause.none.few-slow', { n: uninterrupted.length, slow: slowRounds.length }));
  const traces = tracesOf(slowRounds, thresholds).toSorted((a, b) => b.seconds - a.seconds);
  return causeAmong(slowRounds, traces, thresholds);
};

/** Seconds before this customer was seen, while others waited too, or spent on others since, aren't this reply's: they are left out of the whole. */
const causeAmong = (
  rounds: readonly AnatomyRound[],
  [firstTrace, secondTrace]: readonly CauseTrace[],
  thresholds: AnatomyThresholds,
): FoundCause => {
  const allSeconds = sumOf(rounds, (round) => round.seconds);
  const withOthers = sumOf(rounds, (round) => secondsOfKind(round, 'elsewhere'));
  const busySeconds = withOthers + sumOf(rounds, (round) => secondsOfKind(round, 'unseen') - round.aloneSeconds);
  const ownSeconds = allSeconds - busySeconds;
  const slow = rounds.length;
  if (busySeconds / allSeconds > thresholds.busyShare)
    return noCause(
      say('page:cause.none.busy', {
        slow,
        wait: secondsText(busySeconds),
        share: percent(busySeconds, allSeconds),
        why: busyText(busySeconds, withOthers),
      }),
    );
  if (!firstTrace || firstTrace.seconds / ownSeconds < thresholds.share)
    return noCause(longestPart(rounds, thresholds));
  if (firstTrace.rounds.length < thresholds.fewestSlow)
    return noCause(say('page:cause.none.rare', { slow, cause: titleOf(firstTrace.id), n: firstTrace.rounds.length }));
  if (secondTrace && (firstTrace.seconds - secondTrace.seconds) / ownSeconds < thresholds.ahead)
    return noCause(
      say('page:cause.none.close', {
        slow,
        ...longestInTable(rounds),
        first: titleOf(firstTrace.id),
        firstShare: percent(firstTrace.seconds, allSeconds),
        second: titleOf(secondTrace.id),
        secondShare: percent(secondTrace.seconds, allSeconds),
      }),
    );
  const wait = secondsText(firstTrace.seconds);
  const share = percent(firstTrace.seconds, ownSeconds);
  return {
    cause: { id: firstTrace.id, title: titleOf(firstTrace.id) },
    evidence: say(`page:cause.found.${firstTrace.id}`, {
      slow,
      n: firstTrace.rounds.length,
      share:
        busySeconds < 1
          ? say('page:cause.share', { wait, share })
          : say('page:cause.share-busy', {
              wait,
              share,
              busy: secondsText(busySeconds),
              why: busyText(busySeconds, withOthers),
            }),
      think: secondsText(
        sumOf(firstTrace.rounds, (round) => secondsOfKind(round, 'thought')) / firstTrace.rounds.length,
      ),
      more: EVIDENCE_ENDINGS[firstTrace.id](firstTrace.rounds, thresholds),
    }),
  };
};

const noCause = (evidence: string): FoundCause => ({ cause: null, evidence });

const tracesOf = (slowRounds: readonly AnatomyRound[], thresholds: AnatomyThresholds): CauseTrace[] => {
  const trace = (id: CauseId, secondsOf: (round: AnatomyRound) => number): CauseTrace => {
    const rounds = slowRounds.filter((round) => secondsOf(round) > 0);
    return { id, rounds, seconds: sumOf(rounds, secondsOf) };
  };
  const secondsAbove = (seconds: number, minSeconds: number): number => (seconds >= minSeconds ? seconds : 0);
  return [
    trace('clock', (round) => secondsAbove(round.aloneSeconds, thresholds.unseenS)),
    trace('product', (round) =>
      openedCard(round) ? secondsAbove(secondsOfKind(round, 'looked-up'), thresholds.lookUpS) : 0,
    ),
    trace('nerves', (round) =>
      hesitates(round, thresholds)
        ? secondsOfKind(round, 'thought') + (deletesMuch(round, thresholds) ? typedSeconds(round) : 0)
        : 0,
    ),
    trace('tool', (round) => {
      const isClumsy =
        huntsPhrase(round, thresholds) || typesSlowly(round, thresholds) || deletesMuch(round, thresholds);
      // Deleting after long thought is hesitation: its seconds count there alone.
      return isClumsy && !(hesitates(round, thresholds) && deletesMuch(round, thresholds)) ? typedSeconds(round) : 0;
    }),
  ];
};

const typedSeconds = (round: AnatomyRound): number => secondsOfKind(round, 'typed');

/** Words that were there sooner than a hand types were written elsewhere, or ready: what went by before shows no hesitation. */
const cameByHand = (round: AnatomyRound): boolean =>
  round.how !== 'pasted' && !isFasterThanAHand(round.typed ?? 0, typedSeconds(round));

/** Long thought with nothing looked up, before words of one's own hand (RULES M161). Without a key pressed it may be a search for a quick reply with the mouse. */
const hesitates = (round: AnatomyRound, thresholds: AnatomyThresholds): boolean =>
  secondsOfKind(round, 'thought') >= thresholds.thinkS &&
  round.cards.length === 0 &&
  secondsOfKind(round, 'looked-up') === 0 &&
  typedSeconds(round) > 0 &&
  cameByHand(round);

const deletesMuch = (round: AnatomyRound, thresholds: AnatomyThresholds): boolean =>
  (round.typed ?? 0) >= thresholds.fewestCharacters &&
  (round.deleted ?? 0) / Math.max(1, round.typed ?? 0) >= thresholds.deletedShare;

const huntsPhrase = (round: AnatomyRound, thresholds: AnatomyThresholds): boolean =>
  round.how === 'quick-reply' && typedSeconds(round) >= thresholds.phraseS;

/** Only typed replies: a chosen quick reply or pasted words don't show how fast the trainee types. */
const typesSlowly = (round: AnatomyRound, thresholds: AnatomyThresholds): boolean =>
  round.how === 'typed' &&
  (round.typed ?? 0) >= thresholds.fewestCharacters &&
  typedSeconds(round) > 0 &&
  (SECONDS_A_MINUTE * (round.typed ?? 0)) / typedSeconds(round) < thresholds.charactersPerMinute;

/** The card opened most, when it was opened more than once. */
const mostOpened = (rounds: readonly AnatomyRound[]): string => {
  const counts = new Map<string, number>();
  for (const { title } of rounds.flatMap((round) => round.cards)) counts.set(title, (counts.get(title) ?? 0) + 1);
  const [mostOpenedCard] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return mostOpenedCard === undefined || mostOpenedCard[1] < 2
    ? ''
    : say('page:cause.more.opened', { card: mostOpenedCard[0], n: mostOpenedCard[1] });
};

/** What ends the sentence of a cause: what else the rounds show; empty where nothing does. */
const EVIDENCE_ENDINGS: Readonly<
  Record<CauseId, (rounds: readonly AnatomyRound[], thresholds: AnatomyThresholds) => string>
> = {
  clock: () => '',
  product: (rounds) => mostOpened(rounds),
  nerves: (rounds, thresholds) => deletedText(rounds.filter((round) => deletesMuch(round, thresholds))),
  tool: (rounds, thresholds) => {
    const hunting = rounds.filter((round) => huntsPhrase(round, thresholds));
    const typingSlowly = rounds.filter((round) => typesSlowly(round, thresholds));
    const perMinute = Math.round(
      (SECONDS_A_MINUTE * sumOf(typingSlowly, (round) => round.typed ?? 0)) /
        Math.max(1, sumOf(typingSlowly, typedSeconds)),
    );
    return [
      hunting.length === 0
        ? ''
        : say('page:cause.more.hunts', { n: hunting.length, wait: secondsText(sumOf(hunting, typedSeconds)) }),
      typingSlowly.length === 0 ? '' : say('page:cause.more.slowly', { n: typingSlowly.length, perMinute }),
      deletedText(rounds.filter((round) => deletesMuch(round, thresholds))),
    ].join('');
  },
};

const deletedText = (rounds: readonly AnatomyRound[]): string =>
  rounds.length === 0
    ? ''
    : say('page:cause.more.deleted', {
        n: rounds.length,
        typed: sumOf(rounds, (round) => round.typed ?? 0),
        deleted: sumOf(rounds, (round) => round.deleted ?? 0),
      });
