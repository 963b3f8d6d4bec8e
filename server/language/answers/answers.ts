import { chancesOf } from '#language/classifier/classifier.ts';
import type { Features } from '#language/classifier/features.ts';
import type { Reading } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import { RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import type { JudgeQuestion } from '#language/terms/verdicts.ts';
import { ANSWERS, type Answer, type PointVerdict, type QuestionTouch } from '#language/terms/verdicts.ts';
import { type AnswerPatterns, answerFeatures, answerPatterns, onTopic, touchOf } from './answer-patterns.ts';
import { anyNeed, needsOf } from './questions-asked.ts';

/** The chances for a reply without words: it answers nothing. */
const SILENCE = Float64Array.from(ANSWERS, (answer) => (answer === 'evaded' ? 1 : 0));

/**
 * How the reply answers, judged by its text alone and only when somebody asks: where the points' verdicts settle a turn
 * it isn't needed. `features` must hold exactly what `addReplyFeatures` put in until then.
 */
export class TextAnswer {
  private readonly reading: Reading;
  private readonly customer: string;
  private readonly features: Features;
  private heardSigns: AnswerPatterns | null = null;
  private heardChances: Float64Array | null = null;

  constructor(reading: Reading, customer: string, features: Features) {
    this.reading = reading;
    this.customer = customer;
    this.features = features;
  }

  get signs(): AnswerPatterns {
    this.heardSigns ??= answerPatterns(this.reading);
    return this.heardSigns;
  }

  /** The chance (0–1) of each of the four ways to answer, in the order of `ANSWERS`. */
  get chances(): Float64Array {
    this.heardChances ??= this.weigh();
    return this.heardChances;
  }

  /** The likeliest of the four. */
  get answer(): Answer {
    const { chances } = this;
    let top = 0;
    for (let index = 1; index < chances.length; index++) if ((chances[index] ?? 0) > (chances[top] ?? 0)) top = index;
    return ANSWERS[top] ?? 'evaded';
  }

  private weigh(): Float64Array {
    if (this.reading.clauses.length === 0) return SILENCE;
    const { features } = this;
    const shared = features.count;
    answerFeatures(this.signs, this.customer, features);
    const chances = chancesOf('answer', features);
    features.keep(shared);
    return chances;
  }
}

/** How the reply answers as a whole: the points' verdicts decide; the text decides only where no point was told. */
export function answerOf(verdicts: readonly PointVerdict[], text: TextAnswer): Answer {
  if (verdicts.length === 0) return text.answer;
  let said = 0;
  for (const verdict of verdicts) if (isSaid(verdict)) said += 1;
  if (said === verdicts.length) return 'answered';
  if (said > 0) return 'partial';
  return text.answer === 'answered' ? 'partial' : text.answer;
}

function isSaid({ state }: PointVerdict): boolean {
  return state === 'covered' || state === 'wrong';
}

const ANSWERED_AT = ANSWERS.indexOf('answered');

/**
 * How the reply deals with each open question. With one question open, a reply that the classifier hears as an answer
 * counts as content although a rule hears a hedge or dodge: that makes a doubt, not a fault.
 */
export function touchesOf(
  text: TextAnswer,
  questions: readonly JudgeQuestion[],
  verdicts: readonly PointVerdict[],
): QuestionTouch[] {
  return questions.map((question) => {
    const own = verdicts.filter((verdict) => question.pointIds.includes(verdict.id));
    const touch = own.some(isSaid) ? 'content' : touchByText(text, question, own, questions.length === 1);
    return { id: question.id, touch };
  });
}

function touchByText(
  text: TextAnswer,
  question: JudgeQuestion,
  own: readonly PointVerdict[],
  isOnly: boolean,
): QuestionTouch['touch'] {
  const asked = folded(question.text);
  const need = needsOf(asked)[0] ?? anyNeed(asked);
  const touch = touchOf(text.signs, need);
  if (isOnly)
    return touch !== 'none' && (text.chances[ANSWERED_AT] ?? 0) >= RULE_CONFIDENCE.answered ? 'content' : touch;
  if (
    touch !== 'content' ||
    onTopic(text.signs, need) ||
    own.some((verdict) => verdict.state === 'not-recognised' && verdict.confidence >= RULE_CONFIDENCE.near)
  )
    return touch;
  return 'none';
}
