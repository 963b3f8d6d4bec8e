import { chancesOf } from '#language/classifier/classifier.ts';
import type { Features } from '#language/classifier/features.ts';
import type { Reading } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import { RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import type { JudgeQuestion } from '#language/terms/verdicts.ts';
import { ANSWERS, type Answer, type PointVerdict, type QuestionTouch } from '#language/terms/verdicts.ts';
import { type AnswerPatterns, addAnswerFeatures, answerPatterns, isAboutTopic, touchOf } from './answer-patterns.ts';
import { anyNeed, needsOf } from './questions-asked.ts';

/** The chances for a reply without words: it answers nothing. */
const SILENCE = Float64Array.from(ANSWERS, (answer) => (answer === 'evaded' ? 1 : 0));

/**
 * How the reply answers, judged by its text alone and only when somebody asks: where the points' verdicts settle a turn
 * it isn't needed. `features` must hold exactly what `addReplyFeatures` put in until then.
 */
export class TextAnswer {
  private readonly reading: Reading;
  private readonly customerText: string;
  private readonly features: Features;
  private cachedPatterns: AnswerPatterns | null = null;
  private cachedChances: Float64Array | null = null;

  constructor(reading: Reading, customerText: string, features: Features) {
    this.reading = reading;
    this.customerText = customerText;
    this.features = features;
  }

  get patterns(): AnswerPatterns {
    this.cachedPatterns ??= answerPatterns(this.reading);
    return this.cachedPatterns;
  }

  /** The chance (0–1) of each of the four ways to answer, in the order of `ANSWERS`. */
  get chances(): Float64Array {
    this.cachedChances ??= this.computeChances();
    return this.cachedChances;
  }

  /** The likeliest of the four. */
  get answer(): Answer {
    const { chances } = this;
    let top = 0;
    for (let index = 1; index < chances.length; index++) if ((chances[index] ?? 0) > (chances[top] ?? 0)) top = index;
    return ANSWERS[top] ?? 'evaded';
  }

  private computeChances(): Float64Array {
    if (this.reading.clauses.length === 0) return SILENCE;
    const { features } = this;
    const shared = features.count;
    addAnswerFeatures(this.patterns, this.customerText, features);
    const chances = chancesOf('answer', features);
    features.truncate(shared);
    return chances;
  }
}

/** How the reply answers as a whole: the points' verdicts decide; the text decides only where no point was told. */
export const answerOf = (verdicts: readonly PointVerdict[], textAnswer: TextAnswer): Answer => {
  if (verdicts.length === 0) return textAnswer.answer;
  let toldCount = 0;
  for (const verdict of verdicts) if (isTold(verdict)) toldCount += 1;
  if (toldCount === verdicts.length) return 'answered';
  if (toldCount > 0) return 'partial';
  return textAnswer.answer === 'answered' ? 'partial' : textAnswer.answer;
};

const isTold = ({ state }: PointVerdict): boolean => {
  return state === 'covered' || state === 'wrong';
};

const ANSWERED_INDEX = ANSWERS.indexOf('answered');

/**
 * How the reply deals with each open question. With one question open, a reply that the classifier hears as an answer
 * counts as content although a rule hears a hedge or dodge: that makes a doubt, not a fault.
 */
export const touchesOf = (
  textAnswer: TextAnswer,
  questions: readonly JudgeQuestion[],
  verdicts: readonly PointVerdict[],
): QuestionTouch[] => {
  return questions.map((question) => {
    const verdictsOfQuestion = verdicts.filter((verdict) => question.pointIds.includes(verdict.id));
    const touch = verdictsOfQuestion.some(isTold)
      ? 'content'
      : touchByText(textAnswer, question, verdictsOfQuestion, questions.length === 1);
    return { id: question.id, touch };
  });
};

const touchByText = (
  textAnswer: TextAnswer,
  question: JudgeQuestion,
  verdictsOfQuestion: readonly PointVerdict[],
  isOnly: boolean,
): QuestionTouch['touch'] => {
  const questionText = folded(question.text);
  const need = needsOf(questionText)[0] ?? anyNeed(questionText);
  const touch = touchOf(textAnswer.patterns, need);
  if (isOnly)
    return touch !== 'none' && (textAnswer.chances[ANSWERED_INDEX] ?? 0) >= RULE_CONFIDENCE.answered
      ? 'content'
      : touch;
  if (
    touch !== 'content' ||
    isAboutTopic(textAnswer.patterns, need) ||
    verdictsOfQuestion.some(
      (verdict) => verdict.state === 'not-recognised' && verdict.confidence >= RULE_CONFIDENCE.near,
    )
  )
    return touch;
  return 'none';
};
