import { actsIn, momentOf } from './acts.ts';
import { signsOf } from './answer-signs.ts';
import { answerChances, answerFrom, answerFromPoints, touchesOf } from './answers.ts';
import { KNOWN } from './classifier/classifier.ts';
import { Features } from './classifier/features.ts';
import { hearReply } from './classifier/heads.ts';
import { readText } from './clauses.ts';
import { folded } from './folded.ts';
import { hearQuestion, NOTHING_ASKED } from './hearing-question.ts';
import { holdIn } from './hold.ts';
import type { Evidence, JudgeInput, Judgement, PointVerdict } from './judgement.ts';
import { listen } from './listening.ts';
import { LONGEST_TEXT, normalise, originalSpan } from './normalise.ts';
import { openPoints } from './open-points.ts';
import { parrots } from './parroting.ts';
import { hears, pattern } from './pattern.ts';
import { judgePoints } from './points.ts';
import { weighRedLines } from './red-line-doubts.ts';
import { redLinesIn } from './red-lines.ts';
import { isStacking } from './stacking.ts';
import { toneOf } from './tone.ts';

const CORRECTS = pattern(
  /说错|更正|纠正一?下|搞错|看错|打错|记错|口误|前面(?:说|讲)的不对|以.{0,4}这条为准|应该是.{0,12}不是/,
);
const ABUSE = new Set(['insult', 'threat']);
/** Scratch, emptied for every turn. */
const HEARD = new Features(KNOWN);

/** Judges one turn of the trainee. Pure: the same input always gives the same judgement. */
export function judge(input: JudgeInput): Judgement {
  const normal = normalise(input.reply.slice(0, LONGEST_TEXT));
  const customer = folded(input.customer ?? '');
  const reading = readText(normal.text);
  const inOriginal = <T extends { start: number; end: number }>(found: T): T => ({
    ...found,
    ...originalSpan(normal, found.start, found.end),
  });

  const corrects = hears(CORRECTS, normal.text);
  const open = input.points ?? [];
  const question = open.length > 0 ? hearQuestion(customer) : NOTHING_ASKED;
  const asked = input.questions ? new Set(input.questions.flatMap((one) => one.pointIds)) : null;
  const quote = (start: number, end: number): string => {
    const span = originalSpan(normal, start, end);
    return input.reply.slice(span.start, span.end);
  };
  const verdicts = judgePoints(open, listen(reading, question, openPoints(open)), corrects, asked, quote);
  const stacking = isStacking(
    reading,
    verdicts.filter((verdict) => verdict.state === 'covered'),
    input.questions?.length ?? 1,
  );
  const parroting = parrots(reading, customer);
  const points = stacking || parroting ? verdicts.map(uncovered) : verdicts;
  const told = redLinesIn(normal.text, customer);
  HEARD.begin();
  hearReply(HEARD, reading);
  const redLines = weighRedLines(reading, told, HEARD);
  const abuse = redLines.some((hit) => hit.confidence === 'high' && ABUSE.has(hit.code));
  const tone = toneOf(reading, customer, abuse, HEARD);
  const signs = signsOf(reading);
  const chances = answerChances(signs, customer, HEARD);
  const answer = answerFrom(chances);
  const hold = holdIn(reading);
  const { acts, evidence } = actsIn(reading, momentOf(customer), hold !== null);
  const seen: Evidence[] = [
    ...points
      .filter((verdict) => verdict.end > verdict.start)
      .map((verdict) => ({ what: `point:${verdict.id}:${verdict.state}`, start: verdict.start, end: verdict.end })),
    ...redLines.map((hit) => ({ what: `red-line:${hit.code}`, start: hit.start, end: hit.end })),
    ...(tone.at ? [{ what: `tone:${tone.tone}`, ...tone.at }] : []),
    ...(hold ? [{ what: 'hold', start: hold.start, end: hold.end }] : []),
    ...evidence,
  ];
  return {
    points: points.map(inOriginal),
    questions: touchesOf(signs, input.questions ?? [], points, chances),
    answer: points.length > 0 ? answerFromPoints(points, answer) : answer,
    tone: tone.tone,
    toneConfidence: tone.confidence,
    acts,
    redLines: redLines.map(inOriginal),
    hold: hold ? { seconds: hold.seconds } : null,
    corrects,
    asks: !parroting && (reading.clauses.some((clause) => clause.question) || acts.includes('ask-info')),
    parrots: parroting,
    stacking,
    evidence: seen.map(inOriginal),
  };
}

function uncovered(verdict: PointVerdict): PointVerdict {
  return verdict.state === 'covered'
    ? { ...verdict, state: 'not-recognised', rule: '只堆了关键词，没有成句' }
    : verdict;
}
