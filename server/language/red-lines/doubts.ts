/** Word lists and classifier together: the classifier is told which rows matched and decides. */

import { chancesOf, KNOWN } from '#language/classifier/classifier.ts';
import { FEATURE } from '#language/classifier/feature-families.ts';
import { Features } from '#language/classifier/features.ts';
import { addReplyFeatures } from '#language/classifier/heads.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { RED_LINE_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { RED_LINES, type RedLine, type RedLineHit } from '#language/terms/verdicts.ts';
import type { ToldRedLine } from './red-line-rule.ts';
import type { HeardRow, RowsHeard } from './red-lines.ts';

/** Leading customers off the platform and asking for codes: they do the most harm and are recognised best. */
const GRAVE = new Set<RedLine>(['offsite', 'credential']);
const MIN_CHARS = 4;
const CHINESE = /[\u4e00-\u9fff]/;
/** Bubbles of one turn that are judged by themselves: nobody types more. */
const MAX_BUBBLES = 24;
/** Two codes for one deed: where one is told, the other adds nothing. */
const TWINS: Partial<Record<RedLine, RedLine>> = { threat: 'block-complaint', 'block-complaint': 'threat' };

type WeighedHit = RedLineHit & { loose?: true };
const UNLIKE = { confidence: 'low', chance: RED_LINE_THRESHOLDS.unlike } as const;
const unlike = (rule: string): string => `${rule}，但整句读来不像`;

/** Scratch for a bubble or clause asked by itself. */
const PART = new Features(KNOWN);
const chancesIn = (features: Features): Float64Array => chancesOf('redLines', features);

/** Adds to `features`, which hold the reply's characters, the rows of the word lists that matched. */
export function addRuleFeatures(features: Features, { rows, plain, about }: RowsHeard): void {
  if (plain !== null) features.grams(plain);
  cueRows(features, rows);
  for (const topic of about) features.named(FEATURE.about, topic);
}

function cueRows(features: Features, rows: readonly HeardRow[]): void {
  for (const { index, code, denied } of rows) {
    features.named(FEATURE.row, index >> 4, index & 15, denied);
    features.named(FEATURE.rowCode, RED_LINES.indexOf(code), denied);
  }
  if (rows.length === 0) features.named(FEATURE.noRow);
}

/** The chance of a code or of its twin, whichever is higher. */
function chanceOf(chances: Float64Array | null, code: RedLine): number {
  const twin = TWINS[code] ?? code;
  return Math.max(chances?.[RED_LINES.indexOf(code)] ?? 0, chances?.[RED_LINES.indexOf(twin)] ?? 0);
}

/** `heard`: the rows that matched. `features` must hold exactly what `addReplyFeatures` put in. */
export function weighRedLines(reading: Reading, heard: RowsHeard, features: Features): RedLineHit[] {
  const shared = features.count;
  const alone = heard.told.some(({ loose }) => loose) ? withoutRows(reading, heard, features) : null;
  addRuleFeatures(features, heard);
  const chances = chancesIn(features);
  features.keep(shared);
  loudest(heard, reading.text, chances);
  const ofHit = (code: RedLine): number => chanceOf(chances, code);
  // The classifier knows which row matched, so for everyday words its yes only repeats the row: it must hear them without it.
  const borneOut = ({ loose, ...hit }: WeighedHit): RedLineHit =>
    !loose || hit.confidence === 'low' || chanceOf(alone, hit.code) >= RED_LINE_THRESHOLDS.alone
      ? hit
      : { ...hit, ...UNLIKE, rule: unlike(hit.rule) };
  const top = Math.max(0, ...heard.told.map(({ code }) => ofHit(code)));
  // A street door is told as a doubt, so the name beside it is one too; what the order knows of both is checked later.
  const doubted = new Set(heard.told.flatMap(({ code, confidence }) => (confidence === 'low' ? [code] : [])));
  const told = bestOfEach(
    heard.told.flatMap((hit) => weighedHits(hit, ofHit(hit.code), top, doubted.has(hit.code))).map(borneOut),
  );
  if (reading.text.length < MIN_CHARS || !CHINESE.test(reading.text)) return told;
  const isAnySure = told.some(({ confidence }) => confidence === 'high');
  for (const code of RED_LINES) {
    const chance = chances[RED_LINES.indexOf(code)] ?? 0;
    const isRefused = heard.rows.some((row) => row.denied && row.code === code);
    const enough =
      isAnySure || isRefused
        ? RED_LINE_THRESHOLDS.beside
        : GRAVE.has(code)
          ? RED_LINE_THRESHOLDS.grave
          : RED_LINE_THRESHOLDS.likely;
    if (chance < enough || told.some((hit) => hit.code === code || hit.code === TWINS[code])) continue;
    told.push({
      code,
      confidence: 'low',
      chance:
        VERDICT_THRESHOLDS.redLine.checked +
        ((RED_LINE_THRESHOLDS.bothHear - VERDICT_THRESHOLDS.redLine.checked) * (chance - enough)) / (1 - enough),
      rule: '说法像是，没有词表确认',
      ...likeliest(reading, RED_LINES.indexOf(code)),
    });
  }
  return told;
}

/** The chances by the words alone, without the rows; of a long turn the highest of any bubble. */
function withoutRows(reading: Reading, { plain }: RowsHeard, features: Features): Float64Array {
  const shared = features.count;
  if (plain !== null) features.grams(plain);
  const chances = chancesIn(features);
  features.keep(shared);
  loudest({ rows: null, plain }, reading.text, chances);
  return chances;
}

/** One hit of each code: the surest, and of equals the first. */
function bestOfEach(hits: readonly RedLineHit[]): RedLineHit[] {
  const best = new Map<RedLine, RedLineHit>();
  for (const hit of hits) {
    const other = best.get(hit.code);
    const surer = hit.confidence === 'high' && other?.confidence === 'low';
    if (!other || surer || (hit.confidence === other.confidence && hit.chance > other.chance)) best.set(hit.code, hit);
  }
  return [...best.values()];
}

/** `top`: the highest chance of all hits. Beside a surer one an unlikely hit is dropped: the same words seldom cross two. */
function weighedHits({ sure, ...hit }: ToldRedLine, chance: number, top: number, isKept: boolean): WeighedHit[] {
  if (hit.confidence === 'low')
    return [
      {
        ...hit,
        chance: chance >= RED_LINE_THRESHOLDS.confirms ? RED_LINE_THRESHOLDS.bothHear : RED_LINE_THRESHOLDS.even,
      },
    ];
  const confirms = GRAVE.has(hit.code) ? RED_LINE_THRESHOLDS.graveConfirms : RED_LINE_THRESHOLDS.confirms;
  if (chance >= confirms || (sure && chance >= RED_LINE_THRESHOLDS.sureUnlikely))
    return [{ ...hit, chance: RED_LINE_THRESHOLDS.bothHear }];
  if (sure) return [{ ...hit, confidence: 'low', chance: RED_LINE_THRESHOLDS.bothHear }];
  if (
    !isKept &&
    (chance < (hit.code === 'privacy' ? RED_LINE_THRESHOLDS.deaf : RED_LINE_THRESHOLDS.unlikely) ||
      top >= RED_LINE_THRESHOLDS.confirms)
  )
    return [];
  return [{ ...hit, ...UNLIKE, rule: unlike(hit.rule) }];
}

/** `rows`: null where the classifier isn't told the rows. */
type Loud = { readonly rows: readonly HeardRow[] | null; readonly plain: string | null };

/** Judges each bubble of a long turn again by itself and raises `chances`: the rest would hide one bad bubble. */
function loudest({ rows, plain }: Loud, said: string, chances: Float64Array): void {
  const text = plain ?? said;
  if (!text.includes('\n')) return;
  let from = 0;
  for (const bubble of text.split('\n').slice(0, MAX_BUBBLES)) {
    const to = from + bubble.length;
    if (bubble.length >= MIN_CHARS) {
      PART.begin();
      addReplyFeatures(PART, readText(bubble));
      if (rows !== null)
        cueRows(
          PART,
          rows.filter(({ start, end }) => start < to && end > from),
        );
      for (const [output, chance] of chancesIn(PART).entries())
        chances[output] = Math.max(chances[output] ?? 0, chance);
    }
    from = to + 1;
  }
}

/** The clause that sounds most like this red line, to be quoted; else the whole reply. */
function likeliest(reading: Reading, output: number): { start: number; end: number } {
  let best = { start: 0, end: reading.text.length };
  let most: number = RED_LINE_THRESHOLDS.even;
  for (const { start, end } of reading.clauses.slice(0, 12)) {
    PART.begin();
    PART.grams(reading.text.slice(start, end));
    const chance = chancesIn(PART)[output] ?? 0;
    if (chance <= most) continue;
    most = chance;
    best = { start, end };
  }
  return best;
}
