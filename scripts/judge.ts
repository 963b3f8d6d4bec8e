import { createInterface } from 'node:readline';
import { judge } from '#language/judge.ts';
import { type JudgeLine, readJudgeLine } from '#language/judge-line.ts';
import type { Judgement } from '#language/judgement.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';

/** Reads `judge` lines from standard input and prints one judgement a line (README.md). */
const main = async (): Promise<void> => {
  let hasFailed = false;
  const compiled = new Map<string, CompiledPoint>();
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue;
    const line = readJudgeLine(text);
    if (!line.ok) hasFailed = true;
    const out = line.ok ? printed(line.value, compiled) : line;
    const value = line.ok ? out : { ...(line.id === undefined ? {} : { id: line.id }), error: line.error };
    if (!process.stdout.write(`${JSON.stringify(value)}\n`))
      await new Promise((resume) => process.stdout.once('drain', resume));
  }
  process.exitCode = hasFailed ? 1 : 0;
};

const printed = (line: JudgeLine, known: Map<string, CompiledPoint>): object => {
  const points = line.points.map((point) => {
    const key = JSON.stringify(point);
    const compiled = known.get(key) ?? compilePoint(point);
    if (known.size < 5000) known.set(key, compiled);
    return compiled;
  });
  const judgement = judge({ reply: line.reply, customer: line.customer, history: line.history, points });
  const of = (state: Judgement['points'][number]['state']) =>
    judgement.points.filter((point) => point.state === state).map((point) => point.id);
  return {
    ...(line.id === undefined ? {} : { id: line.id }),
    covered: of('covered'),
    wrong: of('wrong'),
    answer: judgement.answer,
    tone: judgement.tone,
    acts: judgement.acts,
    redLines: judgement.redLines
      .filter((hit) => hit.chance >= VERDICT_THRESHOLDS.redLine.checked)
      .map((hit) => hit.code),
    doubts: judgement.redLines.filter((hit) => hit.chance < VERDICT_THRESHOLDS.redLine.checked).map((hit) => hit.code),
    evidence: judgement.evidence,
    unsure: of('not-recognised'),
    confidence: {
      tone: judgement.toneConfidence,
      points: Object.fromEntries(judgement.points.map((point) => [point.id, Math.round(point.confidence * 100) / 100])),
      redLines: Object.fromEntries(judgement.redLines.map((hit) => [hit.code, hit.confidence])),
    },
    rules: Object.fromEntries(
      judgement.points.filter((point) => point.rule !== '').map((point) => [point.id, point.rule]),
    ),
    hold: judgement.hold,
    stacking: judgement.stacking,
  };
};

await main();
