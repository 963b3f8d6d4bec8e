/** Counts how many bad lines after a good answer the judge notices, and how many honest lines that look like them it accuses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

const FOLDER = 'tests/language/turns';
const ILL: readonly string[] = ['cold', 'impatient', 'hostile'];

type Tail = { kind: 'rude' | 'plain' | 'offsite' | 'honest'; customer: string; good: string; line: string };
/**
 * `heard`: the verdict is shown to people; `surely`: it costs marks. Rude and plain lines are counted by tone, the
 * others by red lines.
 */
export type TailFigures = Record<Tail['kind'], { of: number; heard: number; surely: number }>;

/** Counts the lines of every file whose name begins with `start`. */
export const tailFigures = (start: string): TailFigures => {
  const none = () => ({ of: 0, heard: 0, surely: 0 });
  const figures: TailFigures = { rude: none(), plain: none(), offsite: none(), honest: none() };
  for (const name of readdirSync(FOLDER).filter((file) => file.startsWith(start)))
    for (const text of readFileSync(join(FOLDER, name), 'utf8').split('\n')) {
      if (text === '') continue;
      const { kind, customer, good, line } = JSON.parse(text) as Tail;
      const { tone, toneConfidence, redLines } = judge({ customer, reply: `${good}\n${line}` });
      const isByTone = kind === 'rude' || kind === 'plain';
      const isIll = ILL.includes(tone);
      const count = figures[kind];
      count.of += 1;
      count.heard += Number(isByTone ? isIll : redLines.length > 0);
      count.surely += Number(
        isByTone
          ? isIll && toneConfidence >= VERDICT_THRESHOLDS.tone.told
          : redLines.some(({ confidence }) => confidence === 'high'),
      );
    }
  return figures;
};
