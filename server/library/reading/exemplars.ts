/**
 * Wordings that authors needn't type twice: a testplan's good trainees, answering a beat, say the points of its
 * questions. The words most likely to say each point become its exemplars, which are matched strictly.
 */
import { createHash } from 'node:crypto';
import type { Beat, Question, Scenario } from '#engine/model/content.ts';
import { type LikelyWords, likelyWords } from '#language/points/likely-words.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { spokenForm } from '#language/points/wordings/wording.ts';
import type { Testplan } from '#library/schema/testplan.ts';
import { type Exemplars, storedExemplars } from './stored-exemplars.ts';

/**
 * Trainees whose replies are taken, with the least chance (0–1) that their words say a point. Low for trainees who are
 * right throughout, for they may use words unlike any wording; higher for one who is right only in part.
 */
const TAKEN: Readonly<Record<string, number>> = {
  model: 0.15,
  'second-model': 0.2,
  'third-model': 0.2,
  middling: 0.4,
};
/** A better wording says its points by definition, for the checker demands each of them: nearly any chance is enough. */
const OWN_MODEL = 0.03;

/**
 * The least chance where a trainee has no reply to the beat: they may have told it before, or never. Of a lesser one a
 * filler (对上就好, 应该的) becomes a wording of a slip that this trainee never owned to.
 */
const TOLD_ELSEWHERE = 0.5;

/** The least chance for a must point, where the trainee has a reply to this very beat. */
const WHOLE: Readonly<Record<string, number>> = { model: OWN_MODEL, 'second-model': 0.1 };

/**
 * Below this chance the words say it only with the rest of their bubble, so the whole bubble is taken: 「没错」 alone
 * admits nothing.
 */
const ALONE = 0.2;
/** Characters: shorter words (对, 没错) answer the question asked there, but would say the point anywhere else, too. */
const MIN_CHARS = 4;

/** The scenario with the exemplars of its testplan and its better wordings. Never throws. */
export const withExemplars = (scenario: Scenario, testplan: Testplan | undefined): Scenario => {
  // Pinned content has its exemplars already.
  if (exemplarsIn(scenario).size > 0) return scenario;
  const cached = MADE.get(scenario);
  if (cached && cached.testplan === testplan) return cached.made;
  const exemplars = storedExemplars(scenario.id, sourceOf(scenario, testplan)) ?? findExemplars(scenario, testplan);
  const scenarioWithExemplars = {
    ...scenario,
    beats: scenario.beats.map((beat) => beatWith(beat, exemplars[beat.id] ?? {})),
  };
  MADE.set(scenario, { testplan, made: scenarioWithExemplars });
  return scenarioWithExemplars;
};

/** By beat and point the exemplars found in the replies, each list in the order of the trainees. */
export const findExemplars = (scenario: Scenario, testplan: Testplan | undefined): Exemplars =>
  Object.fromEntries(
    scenario.beats.flatMap((beat) => {
      const exemplarsByPoint = exemplarsOf(beat, [...repliesTo(testplan, beat.id), ...models(beat)]);
      return exemplarsByPoint.size === 0 ? [] : [[beat.id, Object.fromEntries(exemplarsByPoint)]];
    }),
  );

/** A hash of what a case's exemplars are found in: other beats or other replies give another hash. */
export const sourceOf = ({ beats }: Scenario, testplan: Testplan | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([beats, Object.keys(TAKEN).map((name) => testplan?.[name]?.replies ?? null)]))
    .digest('hex')
    .slice(0, 24);

/** Kept, because a case is pinned for every drill on it. */
const MADE = new WeakMap<Scenario, { testplan: Testplan | undefined; made: Scenario }>();

/** `whole`: the least chance for a must point, which a full answer to the beat surely says. */
type TraineeReplies = { replies: readonly string[]; least: number; whole: number };

/** The better wordings the report shows say the points of their questions. */
const models = ({ asks }: Beat): TraineeReplies[] => {
  const all = asks.flatMap(({ model }) => (model === null ? [] : [model]));
  return all.length > 0 ? [{ replies: all, least: OWN_MODEL, whole: OWN_MODEL }] : [];
};

/** For each trainee the replies to a beat; where there are none, all replies: the trainee has told it before. */
const repliesTo = (testplan: Testplan | undefined, beat: string): TraineeReplies[] => {
  return Object.entries(TAKEN).flatMap(([name, minConfidence]) => {
    const all = testplan?.[name]?.replies ?? [];
    const ownReplies = all.filter(({ to }) => to === beat);
    const saidReplies = (ownReplies.length > 0 ? ownReplies : all)
      .map(({ say }) => say.flatMap((part) => ('text' in part ? [part.text] : [])).join('\n'))
      .filter((text) => text !== '');
    if (saidReplies.length === 0) return [];
    return ownReplies.length > 0
      ? [{ replies: saidReplies, least: minConfidence, whole: WHOLE[name] ?? minConfidence }]
      : [{ replies: saidReplies, least: TOLD_ELSEWHERE, whole: TOLD_ELSEWHERE }];
  });
};

const exemplarsOf = (beat: Beat, trainees: readonly TraineeReplies[]): ReadonlyMap<string, string[]> => {
  if (trainees.length === 0 || beat.asks.length === 0) return new Map();
  const burst = (beat.says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  const titles = beat.asks.map(({ text }) => text);
  const customer = [...titles, ...burst].join('\n');
  const points = beat.asks.flatMap((question) => question.points.map((point) => compilePoint(point)));
  const candidates = new Map<string, string[]>();
  for (const { replies, least, whole } of trainees) {
    const likely = replies.flatMap((reply) => likelyWords(points, customer, titles, reply));
    for (const { id, must, examples } of beat.asks.flatMap((question) => question.points)) {
      const bestFirst = likely.filter((words) => words.id === id).sort((a, b) => b.chance - a.chance)[0];
      if (!bestFirst || bestFirst.chance < (must ? Math.min(least, whole) : least)) continue;
      if (likely.some((words) => isRatherOf(words, bestFirst))) continue;
      const text = bestFirst.chance < ALONE ? bestFirst.bubble : bestFirst.text;
      if (spokenForm(text).length < MIN_CHARS) continue;
      // Staff have ruled that these words alone don't say it.
      if (examples?.no?.some((wording) => spokenForm(wording) === spokenForm(text))) continue;
      candidates.set(id, [...new Set([...(candidates.get(id) ?? []), text])]);
    }
  }
  return candidates;
};

/** Whether the same words surely say another point, and this one less: 明天17点前付 names the hour and no leave to wait. */
const isRatherOf = (other: LikelyWords, { id, text, chance }: LikelyWords): boolean =>
  other.id !== id && other.text === text && other.chance >= TOLD_ELSEWHERE && chance < TOLD_ELSEWHERE;

const beatWith = (beat: Beat, exemplarsByPoint: Exemplars[string]): Beat =>
  Object.keys(exemplarsByPoint).length === 0
    ? beat
    : { ...beat, asks: beat.asks.map((question) => questionWith(question, exemplarsByPoint)) };

const questionWith = (question: Question, exemplarsByPoint: Exemplars[string]): Question => ({
  ...question,
  points: question.points.map((point) => {
    const exemplars = exemplarsByPoint[point.id];
    return exemplars ? { ...point, exemplars } : point;
  }),
});

/** By point the exemplars a scenario carries. */
export const exemplarsIn = ({ beats }: Scenario): ReadonlyMap<string, readonly string[]> => {
  const points = beats.flatMap(({ asks }) => asks.flatMap((question) => question.points));
  return new Map(points.flatMap(({ id, exemplars }) => (exemplars ? [[id, exemplars] as const] : [])));
};
