import type { RedLine, RedLineHit } from '../judgement.ts';
import { hashOfPair, signLists } from '../signs/sign-lists.ts';
import { FALSE_CLAIM } from './claims.ts';
import { contactIn } from './contacts.ts';
import { type Plain, unmask } from './disguise.ts';
import { around, isDenied } from './guards.ts';
import { BLOCK, FINAL, INSULT, THREAT } from './manners.ts';
import { OFFSITE } from './offsite.ts';
import { PAID_REVIEW, UNAUTHORISED } from './promises.ts';
import type { Branch, Rule } from './rule.ts';
import { CREDENTIAL, PRIVACY } from './secrets.ts';

/** What a rule heard, before anything else is asked. */
export type ToldRedLine = Omit<RedLineHit, 'chance'> & { sure: boolean };

const RULES: readonly Rule[] = [
  ...OFFSITE,
  ...INSULT,
  ...CREDENTIAL,
  ...PRIVACY,
  ...FALSE_CLAIM,
  ...PAID_REVIEW,
  ...UNAUTHORISED,
  ...THREAT,
  ...BLOCK,
  ...FINAL,
];
const BRANCHES = RULES.flatMap((rule) => rule.branches.map((branch) => ({ rule, branch })));
/** A flood repeats one phrase; the first few matches tell as much as all of them. */
const MOST_MATCHES = 4;
const MASKED_CODES = new Map<string, RedLine>([
  ['微信', 'offsite'],
  ['qq', 'offsite'],
]);
const OWN_ROADS = /支付|付款|退回|零钱|登录|型号|款|接口|版本|功率|电压|规格/;
const SENTENCE = /[。;!?\n]/;

/** Which branches each sign speaks for, by either of their two keys: without both in the text one isn't run. */
const SIGNS = signLists(BRANCHES.flatMap(({ branch }) => [branch.needs[0] ?? [], branch.needs[1] ?? []]));
const BOTH = 3;
const START = Uint8Array.from(BRANCHES, ({ branch }) => (branch.needs[0] ? 0 : 1) | (branch.needs[1] ? 0 : 2));

/** Red lines of one reply: object × act, unless the same clause denies it or warns of it. Spans are in `text`. */
export function redLinesIn(text: string, customer: string): ToldRedLine[] {
  const plain = unmask(text);
  const read = plain?.text ?? text;
  const hits: ToldRedLine[] = [];
  const known = new Set<RedLine>();
  const possible = possibleBranches(read);
  for (let index = possible.indexOf(BOTH); index >= 0; index = possible.indexOf(BOTH, index + 1)) {
    const one = BRANCHES[index];
    if (!one || known.has(one.rule.code)) continue;
    const found = firstHit(one.rule, one.branch, read, customer);
    if (!found) continue;
    const { code, name, confidence, sure } = one.rule;
    known.add(code);
    hits.push({ code, confidence, ...spanOf(plain, found), rule: name, sure });
  }
  const contact = known.has('offsite') ? null : contactIn(read, known.has('privacy'));
  if (contact) {
    known.add('offsite');
    hits.push({ code: 'offsite', confidence: 'high', ...spanOf(plain, contact), rule: '引去平台外联系', sure: true });
  }
  for (const hit of maskedHits(plain)) if (!known.has(hit.code)) hits.push(hit);
  return hits;
}

/** Nobody spells 微信 as v❤ but to pass a filter: the disguise itself is the second key. */
function maskedHits(plain: Plain | null): ToldRedLine[] {
  for (const { plain: word, start, end } of plain?.masked ?? []) {
    const code = MASKED_CODES.get(word);
    if (!plain || !code || isDenied(plain.text, start, end)) continue;
    const { from, to } = around(plain.text, start, end, SENTENCE, 30);
    if (OWN_ROADS.test(plain.text.slice(from, to))) continue;
    return [{ code, confidence: 'high', ...spanOf(plain, { start, end }), rule: '变着写法的外部联系方式', sure: true }];
  }
  return [];
}

/** Scratch, begun anew for every text. */
const POSSIBLE = new Uint8Array(START.length);

/** Marks the branches to run, in the order of the rules: the surer ones of a code come first. */
function possibleBranches(text: string): Uint8Array {
  const possible = POSSIBLE;
  possible.set(START);
  const { single, pair, list } = SIGNS;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    mark(possible, list, single[unit] as number, single[unit + 1] as number);
    const hash = hashOfPair(before, unit);
    mark(possible, list, pair[hash] as number, pair[hash + 1] as number);
    before = unit;
  }
  return possible;
}

function mark(possible: Uint8Array, list: Uint16Array, from: number, to: number): void {
  for (let next = from; next < to; next++) {
    const key = list[next] as number;
    possible[key >> 1] = (possible[key >> 1] as number) | (1 << (key & 1));
  }
}

function firstHit(rule: Rule, branch: Branch, text: string, customer: string): { start: number; end: number } | null {
  const { pattern } = branch;
  pattern.lastIndex = 0;
  for (let tries = 0; tries < MOST_MATCHES; tries++) {
    const match = pattern.exec(text);
    if (!match) return null;
    if (rule.asked && !rule.asked.test(customer)) return null;
    const start = match.index;
    const end = start + match[0].length;
    if (end === start) pattern.lastIndex += 1;
    if (rule.deniable && isDenied(text, start, end)) continue;
    if (rule.but) {
      const { from, to } = around(text, start, end, SENTENCE, 30);
      if (rule.but.test(text.slice(from, to))) continue;
    }
    return { start, end };
  }
  return null;
}

function spanOf(plain: Plain | null, { start, end }: { start: number; end: number }): { start: number; end: number } {
  if (!plain) return { start, end };
  return { start: plain.starts[start] ?? 0, end: plain.ends[end - 1] ?? 0 };
}
