/** Which of the things a customer knows a reply asks for: each clause that asks is compared with what the fact is about. */
import { wantedKindsIn } from '#language/points/wordings/question-context.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { SIMILARITY_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { mannerOf } from './asking.ts';
import { cosine, sharedWeight, type TextWeights, type Weights, weightsOf } from './text-weights.ts';
import WEIGHTS from './weights.json' with { type: 'json' };

/** A fact to ask the customer for: what the customer will say, and example questions that ask for it. */
export type Askable = { readonly id: string; readonly says: string; readonly asks: readonly string[] };
export type RequestDetectors = readonly {
  readonly id: string;
  readonly words: readonly string[];
  readonly asks: readonly (TextWeights & { total: number })[];
  /** All the example questions together: a topic that several of them name weighs more. */
  readonly all: TextWeights;
  readonly says: TextWeights & { kinds: ReadonlySet<string> };
}[];
/** `named`: asked in the very words of an example question. */
export type Asked = { id: string; chance: number; named: boolean; start: number; end: number };

/** Made once for a case. Never throws. */
export function compileRequestDetectors(facts: readonly Askable[]): RequestDetectors {
  const whole = (reading: Reading): TextWeights => weightsOf(reading, reading.clauses.keys());
  return facts.map((fact) => {
    const asks = fact.asks.map((text) => whole(readText(folded(text))));
    const topics = new Map<number, number>();
    for (const ask of asks) for (const [id, weight] of ask.topics) topics.set(id, weight + (topics.get(id) ?? 0));
    const units = new Map(asks.flatMap((ask) => [...ask.units]));
    const told = readText(folded(fact.says));
    const says = { ...whole(told), kinds: new Set(told.values.map(({ kind }) => kind)) };
    return {
      id: fact.id,
      words: fact.asks.map(folded),
      asks: asks.map((ask) => ({ ...ask, total: sumOf(ask.units) })),
      all: { units, topics },
      says,
    };
  });
}

const sumOf = (units: Weights): number =>
  Math.max(
    0.5,
    [...units.values()].reduce((sum, weight) => sum + weight, 0),
  );
/** The place in a row of the figure that tells how surely the clause asks. */
const MANNER = 14;

/** For each fact a row of figures on one clause: manner, likeness, likeness × how surely it asks; null where it asks nothing. */
export function rowsOf(reading: Reading, index: number, keys: RequestDetectors, chance: number): number[][] | null {
  const manner = mannerOf(reading, index, chance);
  const asks = manner.at(-1) ?? 0;
  const clause = reading.clauses[index];
  if (asks < SIMILARITY_THRESHOLDS.asked || keys.length === 0 || !clause) return null;
  const { units, topics } = weightsOf(reading, [index]);
  const wanted = wantedKindsIn(reading.text.slice(clause.start, clause.end));
  const total = sumOf(units);
  const near = keys.map((fact) => Math.max(...fact.asks.map((ask) => cosine(units, ask.units))));
  const about = keys.map(({ all }) => cosine(topics, all.topics));
  return keys.map((fact, index) => {
    const others = (figures: readonly number[]): number => Math.max(0, ...figures.filter((_, i) => i !== index));
    const [best = 0, topic = 0, hit] = [near[index], about[index], sharedWeight(units, fact.all.units)];
    const told = Math.min(sharedWeight(units, fact.says.units), 4) / 4;
    const kind = Number(
      [...wanted].some((kind) => fact.says.kinds.has(kind) || (kind === 'measure' && fact.says.kinds.has('number'))),
    );
    const covered = Math.max(...fact.asks.map((ask) => sharedWeight(ask.units, units) / ask.total));
    const named = Math.max(...fact.asks.map((ask) => cosine(topics, ask.topics)));
    const apart = [best - others(near), topic - others(about)];
    const says = [cosine(units, fact.says.units), cosine(topics, fact.says.topics), told, kind, kind * told];
    const part = hit / total;
    const likeness = [best, covered, part, Math.min(hit, 4) / 4, best * part, topic, named, ...apart, ...says];
    return [...manner, ...likeness, ...likeness.map((figure) => figure * asks), 1];
  });
}

const chanceOf = (row: readonly number[]): number =>
  1 / (1 + Math.exp(-row.reduce((all, figure, place) => all + figure * (WEIGHTS[place] ?? 0), 0)));

/** The facts asked for, each with the clause most likely to ask for it; `chances`: for each clause, that it asks something. */
export function askedIn(reading: Reading, keys: RequestDetectors, chances: ArrayLike<number>): Asked[] {
  const found = new Map<string, Asked>();
  reading.clauses.forEach(({ start, end }, index) => {
    const said = reading.text.slice(start, end);
    rowsOf(reading, index, keys, chances[index] ?? 0)?.forEach((row, fact) => {
      const { id, words } = keys[fact] as RequestDetectors[number];
      const isNamed =
        (row[MANNER] as number) >= VERDICT_THRESHOLDS.asked.named && words.some((word) => said.includes(word));
      const chance = Math.max(chanceOf(row), Number(isNamed));
      if (chance >= VERDICT_THRESHOLDS.asked.told && chance > (found.get(id)?.chance ?? 0))
        found.set(id, { id, chance, named: isNamed, start, end });
    });
  });
  return [...found.values()];
}

/** Whether a reply nearly asks for a fact: not clearly enough to be answered, too clearly to count as not asked. */
export function comesNear(reading: Reading, keys: RequestDetectors, id: string): boolean {
  const factIndex = keys.findIndex((key) => key.id === id);
  const key = keys[factIndex];
  if (key === undefined) return false;
  return reading.clauses.some((_, index) => {
    const { units } = weightsOf(reading, [index]);
    // 有录屏截图甩我也行 has no asking words, yet holds everything an example question is about.
    if (key.asks.some((ask) => sharedWeight(ask.units, units) / ask.total >= SIMILARITY_THRESHOLDS.whole)) return true;
    const row = rowsOf(reading, index, keys, VERDICT_THRESHOLDS.asked.unheard)?.[factIndex];
    return row !== undefined && chanceOf(row) >= VERDICT_THRESHOLDS.asked.doubt;
  });
}

/** Whether the customer has already said most of what they would say when asked. */
export function tellsAlready(reading: Reading, keys: RequestDetectors, id: string): boolean {
  const key = keys.find((key) => key.id === id);
  const { units } = weightsOf(reading, reading.clauses.keys());
  return key !== undefined && cosine(units, key.says.units) >= VERDICT_THRESHOLDS.asked.toldAlready;
}

/** The `words` that a clause which asks contains: the trainee asks by name for something the customer has told. */
export function namedIn(reading: Reading, words: readonly string[], chances: ArrayLike<number>): Asked[] {
  return words.flatMap((id) => {
    for (const [index, { start, end }] of reading.clauses.entries()) {
      const at = reading.text.slice(start, end).indexOf(folded(id));
      const chance = at < 0 ? 0 : (mannerOf(reading, index, chances[index] ?? 0).at(-1) ?? 0);
      if (chance >= VERDICT_THRESHOLDS.asked.named)
        return [{ id, chance, named: true, start: start + at, end: start + at + id.length }];
    }
    return [];
  });
}
