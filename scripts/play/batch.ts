/**
 * Many plays in one process: a JSON line each in, a JSON line each out, in the same order. A line that can't be played
 * answers `{id, error, message}` and the others are played all the same.
 */
import { z } from 'zod';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { contentFor, type Library, templateIn } from '#library/load.ts';
import { repliesFile, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { makeReport } from '#scoring/report.ts';
import { faultIn, scenarioId } from './replies-fit.ts';
import { traineeReplies, variantsIn } from './trainee-replies.ts';

const SEED = z.int().min(0).max(2_147_483_647);
const LINE = z.strictObject({
  id: z.union([z.string(), z.number()]),
  scenarios: z.array(z.string()).min(1),
  replies: repliesFile.optional(),
  /** A trainee of the cases' testplans, in place of replies. */
  trainee: z.string().optional(),
  /** Plays that trainee's words of another variant, as if they had been learnt by heart. */
  wordsOfSeed: SEED.optional(),
  seed: SEED.default(1),
  mode: z.enum(['practice', 'lesson', 'exam']).default('lesson'),
  /** Seconds after the start at which the teacher's clock ends the drill. */
  bell: z.number().positive().optional(),
});

type Refusal = { id: string | number | null; error: string; message: string };

const json = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Plays `lines` one by one and hands each answer on as a line of JSON. Returns how many couldn't be played. */
export const playBatch = (library: Library, lines: readonly string[], print: (line: string) => void): number => {
  const contents = new Map<string, { content: Content; hash: string }>();
  const contentOf = (scenarios: readonly string[], seed: number): { content: Content; hash: string } => {
    const isVaried = scenarios.some((id) => templateIn(library, id) !== undefined);
    const key = [...scenarios, ...(isVaried ? [seed] : [])].join(' ');
    const known = contents.get(key);
    if (known) return known;
    const { data, hash } = contentFor(library, [...scenarios], cardOfSeed(seed));
    const made = { content: prepare(data), hash };
    contents.set(key, made);
    return made;
  };
  const played = (text: string): object | Refusal => {
    const value = json(text);
    const given = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
    const id = given.success ? given.data.id : null;
    const refuse = (error: string, message: string): Refusal => ({ id, error, message });
    if (value === undefined) return refuse('line-unreadable', 'the line is no JSON');
    const line = LINE.safeParse(value);
    if (!line.success) return refuse('line-invalid', z.prettifyError(line.error));
    const { seed, mode, bell, trainee, wordsOfSeed } = line.data;
    if ((line.data.replies === undefined) === (trainee === undefined))
      return refuse('line-invalid', 'give either replies or a trainee');
    const scenarios = line.data.scenarios.flatMap((name) => scenarioId(library, name) ?? []);
    if (scenarios.length < line.data.scenarios.length)
      return refuse('unknown-scenario', `one of ${line.data.scenarios.join(', ')} is no scenario`);
    const { content, hash } = contentOf(scenarios, seed);
    const replies =
      trainee === undefined
        ? toReplies(line.data.replies ?? [])
        : traineeReplies(library, scenarios, trainee, wordsOfSeed ?? seed);
    if (replies === null) return refuse('unknown-trainee', `no testplan here has a trainee ${trainee}`);
    const fault = faultIn(content.data, replies);
    if (fault !== null) return refuse('replies-invalid', fault);
    try {
      const events = playDrill(content, {
        scenarios,
        replies,
        seed,
        mode,
        contentHash: hash,
        befalls: bell === undefined ? [] : [{ kind: 'end', at: Math.round(bell * 1000), why: 'time' }],
      });
      const { score, range, grade, dimensions, measures, findings, ledger, verdict } = makeReport(content.data, events);
      const variant = variantsIn(content.data);
      return { id, score, range, grade, dimensions, measures, findings, ledger, verdict, variant, events };
    } catch (error) {
      return refuse('play-stopped', error instanceof Error ? error.message : String(error));
    }
  };
  let refused = 0;
  for (const text of lines) {
    if (text.trim() === '') continue;
    const answer = played(text);
    if ('error' in answer) refused++;
    print(JSON.stringify(answer));
  }
  return refused;
};
