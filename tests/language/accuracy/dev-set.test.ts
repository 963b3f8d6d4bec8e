import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';

type Line = { id: string; customer?: string; reply: string; hard?: boolean } & (
  | { task: 'points'; points: PointWordings[]; expect: { covered: string[]; wrong: string[] } }
  | { task: 'tone' | 'evasion'; expect: string }
  | { task: 'redline' | 'act'; expect: string[] }
);

const read = (file: string): Line[] => {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
};

let LINES = read('../dev-set.jsonl');

class Tally {
  right = 0;
  tooMany = 0;
  missed = 0;
  add(wanted: readonly string[], got: readonly string[]): void {
    for (const one of wanted) got.includes(one) ? this.right++ : this.missed++;
    for (const one of got) if (!wanted.includes(one)) this.tooMany++;
  }
  get precision(): number {
    return this.right / (this.right + this.tooMany || 1);
  }
  get f1(): number {
    return (2 * this.right) / (2 * this.right + this.tooMany + this.missed || 1);
  }
}

const lines = (task: Line['task'], hard: boolean) =>
  LINES.filter((line) => line.task === task && (line.hard ?? false) === hard);
const judged = (line: Line) =>
  judge({
    reply: line.reply,
    customer: line.customer,
    points: line.task === 'points' ? line.points.map((point) => compilePoint(point)) : [],
  });

const points = (hard: boolean, least = 0): { covered: Tally; wrong: Tally } => {
  const covered = new Tally();
  const wrong = new Tally();
  for (const line of lines('points', hard)) {
    if (line.task !== 'points') continue;
    const verdicts = judged(line).points;
    const ids = (state: string) =>
      verdicts.filter((one) => one.state === state && one.confidence >= least).map((one) => one.id);
    covered.add(line.expect.covered, ids('covered'));
    wrong.add(line.expect.wrong, ids('wrong'));
  }
  return { covered, wrong };
};

const share = (task: 'tone' | 'evasion', hard: boolean): number => {
  const all = lines(task, hard);
  const right = all.filter((line) => {
    const judgement = judged(line);
    return (task === 'tone' ? judgement.tone : judgement.answer) === line.expect;
  });
  return right.length / all.length;
};

// The labels use one code for both of these red lines.
const merged = (code: string) => (code === 'block-complaint' ? 'threat' : code);
const LABELLED_ACTS = [
  'greeting',
  'apology',
  'empathy',
  'order-prompt',
  'payment-reminder',
  'follow-up',
  'goodbye',
  'ask-info',
  'promise-time',
];

const sets = (task: 'redline' | 'act', hard: boolean): Tally => {
  const tally = new Tally();
  for (const line of lines(task, hard)) {
    if (line.task !== 'redline' && line.task !== 'act') continue;
    const judgement = judged(line);
    const got =
      task === 'redline'
        ? judgement.redLines.map((hit) => merged(hit.code))
        : judgement.acts.filter((act) => LABELLED_ACTS.includes(act));
    tally.add(line.expect.map(merged), [...new Set(got)]);
  }
  return tally;
};

describe('on labelled lines it was tuned on, the core stays above the floor for', () => {
  test('points', () => {
    const ordinary = points(false);
    // Judged window by window: .94. The judge that summed over the whole reply had .96 here, and a precision of .79 to
    // .92 in plays.
    expect(ordinary.covered.f1).toBeGreaterThanOrEqual(0.93);
    // .91 before the judge learnt from 770 turns of plays; since then people who never saw these lines are judged
    // better.
    expect(ordinary.wrong.f1).toBeGreaterThanOrEqual(0.89);
    expect(ordinary.wrong.precision).toBeGreaterThanOrEqual(0.9);
    // The wrong verdicts that cost a mark.
    expect(points(false, VERDICT_THRESHOLDS.wrong.told).wrong.precision).toBeGreaterThanOrEqual(0.95);
    const hard = points(true);
    expect(hard.covered.f1).toBeGreaterThanOrEqual(0.85);
    expect(hard.wrong.f1).toBeGreaterThanOrEqual(0.75);
  });
  test('tone', () => {
    expect(share('tone', false)).toBeGreaterThanOrEqual(0.95);
    expect(share('tone', true)).toBeGreaterThanOrEqual(0.9);
  });
  test('red lines', () => {
    expect(sets('redline', false).f1).toBeGreaterThanOrEqual(0.95);
    expect(sets('redline', false).precision).toBeGreaterThanOrEqual(0.97);
    expect(sets('redline', true).f1).toBeGreaterThanOrEqual(0.85);
  });
  test('answers', () => {
    expect(share('evasion', false)).toBeGreaterThanOrEqual(0.9);
    expect(share('evasion', true)).toBeGreaterThanOrEqual(0.8);
  });
  test('acts', () => {
    expect(sets('act', false).f1).toBeGreaterThanOrEqual(0.95);
  });
});

describe('on lines about other topics, the core stays above the floor for', () => {
  beforeAll(() => {
    LINES = read('./other-topics.jsonl');
  });
  test('points', () => {
    expect(points(false).covered.f1).toBeGreaterThanOrEqual(0.9);
    expect(points(false).wrong.f1).toBeGreaterThanOrEqual(0.88);
    expect(points(false).wrong.precision).toBeGreaterThanOrEqual(0.88);
    expect(points(false, VERDICT_THRESHOLDS.wrong.told).wrong.precision).toBeGreaterThanOrEqual(0.95);
  });
  test('tone, red lines, answers, acts', () => {
    expect(share('tone', false)).toBeGreaterThanOrEqual(0.9);
    expect(sets('redline', false).f1).toBeGreaterThanOrEqual(0.9);
    expect(share('evasion', false)).toBeGreaterThanOrEqual(0.75);
    expect(sets('act', false).f1).toBeGreaterThanOrEqual(0.9);
  });
});
