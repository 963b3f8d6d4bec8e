/**
 * Golden logs: three real cases, three trainees each, scored and compared exactly. A log is kept with the content it
 * was made with, as the store keeps it; the rubric and the platforms are today's, so that a change to either shows here.
 * `GOLDEN=write npx vitest run tests/scoring/marks/golden.test.ts` plays them anew, `GOLDEN=score` only scores the kept logs
 * anew; read the difference like code. `rubric.txt` beside them has the rubric's figures of that day: a golden that
 * differs says which have changed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { reportSchema } from '#contract/report.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor, loadLibrary } from '#library/load.ts';
import { makeReport } from '#scoring/report.ts';
import { platforms, rubric } from '#tests/scoring/support/shoe-shop.ts';
import { figuresText, movedFigures } from '#tests/support/rubric-figures.ts';

const FOLDER = 'tests/scoring/golden';
const FIGURES = join(FOLDER, 'rubric.txt');
const CASES = ['promotion/coupon-stack', 'payment-reminder/unpaid-forgot', 'return-dispute/partial-return-gift'];
const TRAINEES = ['model', 'poor', 'silent'];
const playing = process.env.GOLDEN === 'write';
const scoring = playing || process.env.GOLDEN === 'score';

type Kept = Pick<ContentData, 'scenarios' | 'shops' | 'personas' | 'actions'>;

const nameOf = (id: string): string => id.split('/').at(-1) ?? id;
const lines = (values: readonly unknown[]): string => `${values.map((v) => JSON.stringify(v)).join('\n')}\n`;
const readLines = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

/** A line a figure, so that a change reads as a difference: the marks, each finding with its words, each measure. */
const summaryOf = (content: ContentData, events: readonly DrillEvent[]): string[] => {
  const report = makeReport(content, events);
  return [
    ['score', report.score, report.range],
    ['verdict', report.verdict],
    ['first', report.first],
    ...report.dimensions.map((d) => [d.id, d.marks, d.weight, d.taken, d.offered]),
    ...report.findings.map((f) => [f.code, f.marks, f.quote, f.better]),
    ...report.measures.map((m) => [m.id, m.value, m.worked]),
    ...report.desk.map((d) => [d.column, d.value, d.from.length]),
    ...report.platforms.map((p) => [p.figure, p.value, p.worked]),
    ...report.ledger.map((l) => [l.question, l.state, l.seconds]),
  ].map((entry) => JSON.stringify(entry));
};

const play = (id: string, trainee: string): { content: Kept; events: DrillEvent[] } => {
  const { library } = loadLibrary('scenarios');
  const { data, hash } = contentFor(library, [id]);
  const replies = library.testplans.get(id)?.[trainee]?.replies;
  if (!replies) throw new Error(`${id} has no trainee ${trainee}`);
  const events = playDrill(prepare(data), { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
  const { scenarios, shops, personas, actions } = data;
  return { content: { scenarios, shops, personas, actions }, events };
};

const files = (id: string, trainee: string) => ({
  content: join(FOLDER, `${nameOf(id)}.content.jsonl`),
  events: join(FOLDER, `${nameOf(id)}.${trainee}.jsonl`),
  expected: join(FOLDER, `${nameOf(id)}.${trainee}.expected.jsonl`),
});

const whole = (content: Kept): ContentData => ({ ...content, rubric, platforms, types: [] });

const readContent = (file: string): Kept => {
  const [scenarios = '[]', shops = '[]', personas = '[]', actions = '[]'] = readLines(file);
  return {
    scenarios: JSON.parse(scenarios),
    shops: JSON.parse(shops),
    personas: JSON.parse(personas),
    actions: JSON.parse(actions),
  };
};

const readEvents = (file: string): DrillEvent[] => {
  return readLines(file).map((line) => {
    const event: DrillEvent = JSON.parse(line);
    return event;
  });
};

const written = existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8') : '';
if (scoring) writeFileSync(FIGURES, figuresText());

describe.each(CASES)('%s', (id) => {
  it.each(TRAINEES)('%s', (trainee) => {
    const file = files(id, trainee);
    if (playing) {
      const { content, events } = play(id, trainee);
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file.content, lines([content.scenarios, content.shops, content.personas, content.actions]));
      writeFileSync(file.events, lines(events));
    }
    if (scoring) {
      const summary = summaryOf(whole(readContent(file.content)), readEvents(file.events));
      writeFileSync(file.expected, `${summary.join('\n')}\n`);
    }
    expect(existsSync(file.expected)).toBe(true);
    const summary = summaryOf(whole(readContent(file.content)), readEvents(file.events));
    expect(summary, movedFigures(written)).toEqual(readLines(file.expected));
  });

  it.each(TRAINEES)('%s: the contract accepts the whole report', (trainee) => {
    const file = files(id, trainee);
    const report = makeReport(whole(readContent(file.content)), readEvents(file.events));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it('keep to the bands: model ≥90, poor <60, silent ≤15', () => {
    const score = (trainee: string): number => {
      const file = files(id, trainee);
      return makeReport(whole(readContent(file.content)), readEvents(file.events)).score;
    };
    expect(score('model')).toBeGreaterThanOrEqual(90);
    expect(score('poor')).toBeLessThan(60);
    expect(score('silent')).toBeLessThanOrEqual(15);
  });
});

it('the golden logs were scored with the figures stored beside them', () => {
  expect(movedFigures(readFileSync(FIGURES, 'utf8'))).toBe('');
});
