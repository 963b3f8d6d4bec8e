/** The labelled lines the classifier learns from, as examples. Lines of the blind split are never read here. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { addAnswerFeatures, answerPatterns } from '#language/answers/answer-patterns.ts';
import { Features } from '#language/classifier/features.ts';
import { addReplyFeatures, HEADS, type Head } from '#language/classifier/heads.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { addRuleFeatures } from '#language/red-lines/doubts.ts';
import { matchRules, redLinesIn } from '#language/red-lines/red-lines.ts';
import { addToneFeaturesOf } from '#language/tone/tone.ts';
import { actExamples } from './acts.ts';
import type { Example } from './fit.ts';
import { mannerExamples } from './manner.ts';
import type { HeardTurn, LabelledExample, LabelledTurn, Material } from './material.ts';
import { modelReplies } from './model-replies.ts';

export const EXAMPLES_FOLDER = 'tests/language/lines';

/** Short replies written for their acts. The other heads don't learn from them: so much plain talk dulls red lines. */
const OF_ACTS_ALONE = '/train-act-2.jsonl';

/** Turns whose readers judged tone and acts too; the later plays were read for points only. */
const READ_WHOLE = /^(?:written-|played-[1-5]\.)/;
/** Whole turns; the blind ones are not read. */
const TURNS_FOLDER = 'tests/language/turns';

/** Lines on which the rules were tuned; the classifier learns from them too. */
const TUNED_ON = ['tests/language/dev-set.jsonl', 'tests/language/accuracy/other-topics.jsonl'];

/** All lines in the order of file names; `plain`: what model trainees say in the testplans. */
export const trainingMaterial = (folder = EXAMPLES_FOLDER): Material => {
  const hash = createHash('sha256');
  const lines: LabelledExample[] = [];
  const own = readdirSync(folder)
    .filter((file) => /^train-.*\.jsonl$/.test(file))
    .sort()
    .map((file) => `${folder}/${file}`);
  const read = <T>(file: string, into: T[]): void => {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    hash.update(text);
    for (const line of text.split('\n')) if (line !== '') into.push(JSON.parse(line) as T);
  };
  const acts: LabelledExample[] = [];
  for (const file of [...own, ...TUNED_ON]) read(file, file.endsWith(OF_ACTS_ALONE) ? acts : lines);
  const turns: LabelledTurn[] = [];
  for (const file of readdirSync(TURNS_FOLDER)
    .filter((name) => READ_WHOLE.test(name))
    .sort())
    read(`${TURNS_FOLDER}/${file}`, turns);
  const heard: HeardTurn[] = [];
  read(`${folder}/heard-act.jsonl`, heard);
  return { lines, acts, turns, heard, plain: modelReplies(), digest: hash.digest('hex').slice(0, 16) };
};

/**
 * The examples of one head. The head of red lines also learns from every polite reply of the other tasks: without
 * knowing plain talk it gives false alarms.
 */
export const examplesOf = (head: Head, material: Material): Example[] => {
  if (head === 'manner') return mannerExamples(material);
  if (head === 'act') return actExamples(material);
  const features = new Features();
  const outputs: readonly string[] = HEADS[head].outputs;
  return material.lines.flatMap((line) => {
    const labels = labelsOf(head, line);
    if (labels === null) return [];
    addExampleFeatures(features, head, readText(normalise(line.reply).text), normalise(line.customer ?? '').text);
    const right = labels.map((label) => outputs.indexOf(label)).filter((index) => index >= 0);
    const heard = (): Example => ({ features: features.ids.slice(0, features.count), labels: right });
    const whole = heard();
    // The word lists were made with these very lines and know them better than new ones, so the characters must tell
    // without the lists too.
    if (head !== 'redLines' || right.length === 0) return [whole];
    features.clear();
    addReplyFeatures(features, readText(normalise(line.reply).text));
    return [whole, heard()];
  });
};

/** Fills `features` with what the judge would give `head` for one turn. */
export const addExampleFeatures = (
  features: Features,
  head: Exclude<Head, 'manner' | 'act'>,
  reply: Reading,
  customer: string,
): void => {
  features.clear();
  addReplyFeatures(features, reply);
  if (head === 'tone') addToneFeaturesOf(reply, customer, abuseIn(reply, customer), features);
  if (head === 'redLines') addRuleFeatures(features, matchRules(reply.text, customer));
  if (head === 'answer') addAnswerFeatures(answerPatterns(reply), customer, features);
};

const abuseIn = (reply: Reading, customer: string): boolean => {
  return redLinesIn(reply.text, customer).some(({ code }) => code === 'insult' || code === 'threat');
};

/** Tone is judged bubble by bubble, so the tone label of a reply with several bubbles isn't learned from. */
const labelsOf = (
  head: Exclude<Head, 'manner' | 'act'>,
  { task, expect, reply }: LabelledExample,
): readonly string[] | null => {
  if (head === 'tone') return task === 'tone' && !reply.includes('\n') ? [String(expect)] : null;
  if (head === 'answer') return task === 'evasion' ? [String(expect)] : null;
  if (task === 'redline') return expect as string[];
  return task === 'tone' && (reply.includes('\n') || (expect !== 'warm' && expect !== 'neutral')) ? null : [];
};
