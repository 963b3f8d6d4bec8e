/** How often a reply without a fault is accused of one. */
import type { Judgement } from '#language/judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { type Judged, ofTask } from './judged.ts';
import { BAD_ANSWERS, BAD_TONES } from './one-of-figures.ts';
import { type Proportion, proportionOf } from './statistics.ts';

export type FalseAlarms = {
  /** Clean lines written to look like offences. */
  redLine: Proportion;
  redLineSure: Proportion;
  /**
   * Plain lines of the other tasks. No label says that they cross no red line, so a correct verdict among them is
   * counted here too.
   */
  redLinePlain: Proportion;
  redLinePlainSure: Proportion;
  /** Warm or neutral replies called cold, impatient or hostile. */
  tone: Proportion;
  toneSure: Proportion;
  /** Pairs of reply and point where the reply says nothing wrong on it. */
  wrong: Proportion;
  wrongSure: Proportion;
  /** Complete answers called vague or evasive. */
  answer: Proportion;
};

export const falseAlarms = (all: readonly Judged[]): FalseAlarms => {
  const clean = ofTask(all, 'redline').filter(({ line }) => line.expect.length === 0);
  const polite = ofTask(all, 'tone').filter(({ line }) => !BAD_TONES.includes(line.expect));
  const plain = [...ofTask(all, 'points'), ...ofTask(all, 'act'), ...ofTask(all, 'evasion'), ...polite];
  const complete = ofTask(all, 'evasion').filter(({ line }) => line.expect === 'answered');
  const notWrong = ofTask(all, 'points').flatMap(({ line, judgement }) =>
    judgement.points.filter(({ id }) => !line.expect.wrong.includes(id)),
  );
  const isFlagged = ({ redLines }: Judgement) =>
    redLines.some(({ chance }) => chance >= VERDICT_THRESHOLDS.redLine.checked);
  const isSurelyFlagged = ({ redLines }: Judgement) => redLines.some(({ confidence }) => confidence === 'high');
  const isRude = ({ tone }: Judgement) => BAD_TONES.includes(tone);
  const accused = (lines: readonly Judged[], by: (judgement: Judgement) => boolean): Proportion =>
    proportionOf(lines.filter(({ judgement }) => by(judgement)).length, lines.length);
  return {
    redLine: accused(clean, isFlagged),
    redLineSure: accused(clean, isSurelyFlagged),
    redLinePlain: accused(plain, isFlagged),
    redLinePlainSure: accused(plain, isSurelyFlagged),
    tone: accused(polite, isRude),
    toneSure: accused(
      polite,
      (judgement) => isRude(judgement) && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told,
    ),
    wrong: proportionOf(notWrong.filter(({ state }) => state === 'wrong').length, notWrong.length),
    wrongSure: proportionOf(
      notWrong.filter(({ state, confidence }) => state === 'wrong' && confidence >= VERDICT_THRESHOLDS.wrong.told)
        .length,
      notWrong.length,
    ),
    answer: accused(complete, ({ answer }) => BAD_ANSWERS.includes(answer)),
  };
};
