/** Rules and classifier looked at together: what one of them alone hears of a red line is a doubt (RULES M3). */
import { chancesOf, KNOWN } from '../classifier/classifier.ts';
import { Features } from '../classifier/features.ts';
import { RED_LINES, type RedLine, type RedLineHit } from '../judgement.ts';
import type { Reading } from '../reading/clauses.ts';
import type { ToldRedLine } from './red-lines.ts';
import { TOLD_A_STRANGER } from './secrets.ts';

/** From here on the classifier alone raises a doubt: on lines it hadn't seen it is right nine times in ten. */
const LIKELY = 0.9;
/** Leading a customer away and asking for codes do the greatest harm, and are heard best. */
const LIKELY_GRAVE = 0.7;
const GRAVE = new Set<RedLine>(['offsite', 'credential']);
/** Beside another red line the same words speak of both: a second one must be all but certain. */
const BESIDE = 0.985;
/** A rule's hit in a sentence that sounds so little like one was right half of the time on unseen lines. */
const UNLIKELY = 0.03;
/** Of so few characters the classifier has nothing to go by. */
const SHORTEST = 7;
const BOTH_HEAR = 0.97;
const EVEN = 0.5;
/** Two names of one deed: where a rule heard one, the other adds nothing. */
const TWINS: Partial<Record<RedLine, RedLine>> = { threat: 'block-complaint', 'block-complaint': 'threat' };

/** 验证码重新给您发送, 支付密码改掉, 您念给过他没有, 就说被骗念了验证码: none of them asks for a code. */
const CLEAN: Partial<Record<RedLine, RegExp>> = {
  offsite: /不(?:应)?该(?:私下|加|说|谈|在外)/,
  credential: new RegExp(
    `(?:给|向|为|帮)[您你](?:重新|再|另外)?(?:发|推|寄)|(?:修改|改掉|换掉|重设)[^,。;!?]{0,4}密码|密码[^,。;!?]{0,3}(?:改|换)(?:了|掉|一下)|被骗[^,。;!?]{0,4}(?:念|报|说|给)了|${TOLD_A_STRANGER}`,
  ),
};

const PART = new Features(KNOWN);

/** `told`: what the rules heard. `features`: what `hearReply` heard, and nothing else. */
export function weighRedLines(reading: Reading, told: readonly ToldRedLine[], features: Features): RedLineHit[] {
  const chances = chancesOf('redLines', features);
  const heard = told.map(({ sure, ...hit }): RedLineHit => {
    const unlikely = Math.max(chanceOf(chances, hit.code), chanceOf(chances, TWINS[hit.code])) < UNLIKELY;
    if (unlikely && !sure && !GRAVE.has(hit.code) && !soundsAlone(reading, hit))
      return { ...hit, confidence: 'low', chance: EVEN, rule: `${hit.rule}，但整句读来不像` };
    return { ...hit, chance: BOTH_HEAR };
  });
  if (reading.text.length < SHORTEST) return heard;
  for (let output = 0; output < chances.length; output++) {
    const code = RED_LINES[output];
    const chance = chances[output] ?? 0;
    const enough = told.length > 0 ? BESIDE : code && GRAVE.has(code) ? LIKELY_GRAVE : LIKELY;
    if (
      !code ||
      chance < enough ||
      CLEAN[code]?.test(reading.text) ||
      told.some((hit) => hit.code === code || hit.code === TWINS[code])
    )
      continue;
    const rule = '说法像是，没有规则确认';
    heard.push({ code, confidence: 'low', chance: chance * BOTH_HEAR, rule, ...likeliest(reading, output) });
  }
  return heard;
}

function chanceOf(chances: Float64Array, code: RedLine | undefined): number {
  return code ? (chances[RED_LINES.indexOf(code)] ?? 0) : 0;
}

/** A long turn drowns one bad sentence: the words themselves, with what stands round them, are asked again. */
function soundsAlone(reading: Reading, hit: Omit<ToldRedLine, 'sure'>): boolean {
  const own = reading.clauses.filter(({ start, end }) => start < hit.end && end > hit.start);
  PART.begin();
  PART.grams(reading.text.slice(own[0]?.start ?? hit.start, own.at(-1)?.end ?? hit.end));
  const chances = chancesOf('redLines', PART);
  return Math.max(chanceOf(chances, hit.code), chanceOf(chances, TWINS[hit.code])) >= EVEN;
}

/** The clause that sounds most like it, to be quoted; else the whole. */
function likeliest(reading: Reading, output: number): { start: number; end: number } {
  let best = { start: 0, end: reading.text.length };
  let most = 0.5;
  for (const { start, end } of reading.clauses.slice(0, 12)) {
    PART.begin();
    PART.grams(reading.text.slice(start, end));
    const chance = chancesOf('redLines', PART)[output] ?? 0;
    if (chance <= most) continue;
    most = chance;
    best = { start, end };
  }
  return best;
}
