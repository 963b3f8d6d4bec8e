/**
 * How long a short reply waits for the judge's thread while four other trainees send nothing but turns of the longest
 * kinds, in ratio to the same replies alone. Both are measured in each round, with the real thread, one right
 * after the other and in changing order, so that a slow machine or a busy minute cancels out.
 */
import { pino } from 'pino';
import { createWorkerJudge } from '#drills/judging/worker-judge.ts';
import { decide, MAX_IN_TURN } from '#engine/decide.ts';
import { LONGEST_TURN } from '#engine/judge/judge-words.ts';
import type { JudgeRequest } from '#engine/model/judge-request.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { median, percentile, rounded, type Size } from './figures.ts';
import { playedSteps } from './played.ts';

/** Milliseconds at the 99th percentile, and that of the one in ratio to that of the other. */
export type JudgeQueueFigures = { aloneP99Ms: number; besideHeavyP99Ms: number; heavyP99ToAlone: number };

type Asked = { content: Content; request: JudgeRequest };

/** The turns of the model drills, as they were to be judged. */
const requestsOf = (size: Size): Asked[] =>
  playedSteps(size).flatMap(({ content, drill, command }) => {
    const decided = decide(content, drill, command);
    return !decided.ok && 'needs' in decided ? [{ content, request: decided.needs }] : [];
  });

/** The same turn with so many characters of figures, behind forty messages of them. */
const heavy = ({ content, request }: Asked, characters: number): Asked => {
  const text = Array.from({ length: characters }, (_, i) => `${17 + (i % 900)}元，${i % 30}天内，`)
    .join('')
    .slice(0, characters);
  const latest = Array.from({ length: 40 }, (_, i) => ({ id: `e${i}`, at: i, text: text.slice(i, i + 500) }));
  return { content, request: { ...request, words: { text, said: [{ id: 'm', text, start: 0 }] }, latest } };
};

export const benchJudgeQueue = async (size: Size): Promise<JudgeQueueFigures> => {
  const quiet = requestsOf(size);
  const [first] = quiet;
  if (!first) throw new Error('the model drills have no turn');
  const long = [heavy(first, LONGEST_TURN), heavy(first, MAX_IN_TURN.characters)];
  const judge = createWorkerJudge(pino({ level: 'error' }));
  const ask = async ({ content, request }: Asked): Promise<number> => {
    const from = performance.now();
    await judge.judge(request, content);
    return performance.now() - from;
  };
  const all = async (): Promise<number> => {
    const took: number[] = [];
    for (let pass = 0; pass < size.passes / 20; pass++) for (const one of quiet) took.push(await ask(one));
    return percentile(took, 0.99);
  };
  const beside = async (): Promise<number> => {
    let going = true;
    const keepsSending = async (one: Asked): Promise<void> => {
      while (going) await ask(one);
    };
    const load = Promise.all([...long, ...long].map(keepsSending));
    const took = await all();
    going = false;
    await load;
    return took;
  };
  try {
    await all();
    const rounds: { alone: number; heavy: number }[] = [];
    for (let i = 0; i < size.rounds; i++) {
      const before = i % 2 === 0 ? await all() : null;
      const loud = await beside();
      rounds.push({ alone: before ?? (await all()), heavy: loud });
    }
    return {
      aloneP99Ms: rounded(median(rounds.map(({ alone }) => alone))),
      besideHeavyP99Ms: rounded(median(rounds.map((round) => round.heavy))),
      heavyP99ToAlone: rounded(median(rounds.map((round) => round.heavy / round.alone))),
    };
  } finally {
    await judge.close();
  }
};
