/** Which values and payers a reply states, seen from one point. */
import type { Stated } from '../reading/clauses.ts';
import { rivals, sameValue } from '../reading/same-value.ts';
import type { Judging } from './point-judging.ts';
import { topicOf } from './point-words.ts';

type ValuesSaid = {
  right: number;
  rival: number;
  listed: number;
  wrongListed: number;
  /** A plain figure that isn't the right one. */
  number: number;
  /** Another value in a clause that speaks of the point. */
  local: number;
  at: Stated | null;
  /** Characters in the right value's own clause beside it: 今天天气不错 tells more than a day. */
  beside: number;
  /** Of another value: no other open point speaks of its kind, and people seldom state one by the way. */
  sole: number;
  /** The same of sums, times and days, of which there is always talk. */
  soleOften: number;
  /** The customer asks for a value of this kind, which one open point alone has, and this one is stated: 1 right, -1 another. */
  wanted: 1 | 0 | -1;
  /** That other value is all its clause says: 三四天吧. */
  wantedAlone: number;
  /** Only a day is right of it: people say 今天 of anything. */
  daysOnly: boolean;
};

const LEAST_BESIDE = 3;
const LEAST_TOPIC = 0.3;

export function valuesSaid({ heard, keys, all, self }: Judging): ValuesSaid {
  const said: ValuesSaid = {
    right: 0,
    rival: 0,
    listed: 0,
    wrongListed: 0,
    number: 0,
    local: 0,
    at: null,
    beside: 99,
    sole: 0,
    soleOften: 0,
    wanted: 0,
    wantedAlone: 0,
    daysOnly: true,
  };
  const isWanted = ({ kind }: Stated): boolean =>
    heard.question.wanted.has(kind) &&
    all.every((other) => other === keys || !other.essential.some((one) => one.kind === kind));
  let heardOf = 0;
  // 459加99减40，所以鞋退426.1: a sum that is right for another point is none against this one, when its own is said.
  let disputed = 0;
  let listedHard = false;
  for (const value of heard.reading.values) {
    const clause = heard.reading.clauses[value.clause];
    if (!clause || clause.question || clause.retracted) continue;
    const denied = value.explicit && value.sign < 0;
    const claims = heard.claims[value.clause] ?? 0;
    const near = claims === 0 || (claims & self) !== 0 ? 1 : 0.5;
    const which = keys.essential.findIndex((right) => sameValue(right, value));
    if (which >= 0) {
      if (denied) continue;
      // Of 459加99减40 one sum alone is a part of the fact.
      if ((heardOf & (1 << which)) === 0) said.right += near / keys.essential.length;
      heardOf |= 1 << which;
      if (isWanted(value)) said.wanted = 1;
      if (value.kind !== 'date') said.daysOnly = false;
      said.beside = Math.min(said.beside, clause.plain.length - (value.end - value.start));
    } else if (keys.allowed.some((right) => sameValue(right, value))) {
      said.listed = Math.max(said.listed, near);
      listedHard ||= value.kind !== 'date';
    } else if (!denied) {
      const misled = keys.misled.some((one) => sameValue(one, value));
      const foreign = all.some((other) => other !== keys && other.allowed.some((right) => sameValue(right, value)));
      if (misled && foreign) disputed = Math.max(disputed, near);
      else if (misled) said.wrongListed = Math.max(said.wrongListed, near);
      if (foreign) continue;
      if (value.kind === 'number' && keys.essential.length > 0 && near === 1) said.number = 1;
      if (!keys.essential.some((right) => rivals(right, value))) continue;
      if (near === 1 && heard.open.kinds.get(value.kind + value.unit)?.length === 1) {
        if (OFTEN.has(value.kind)) said.soleOften = 1;
        else said.sole = 1;
      }
      if (said.wanted === 0 && near === 1 && isWanted(value)) {
        said.wanted = -1;
        if (clause.plain.length - (value.end - value.start) <= LEAST_BESIDE) said.wantedAlone = 1;
      }
      said.at ??= value;
      said.local = Math.max(said.local, Math.min(1, topicOf(heard, keys, value.clause)));
      said.rival = Math.max(said.rival, clause.conditional || clause.otherCase ? near * 0.5 : near);
    }
  }
  if (said.right > 0 && said.daysOnly && !listedHard && said.at !== null && said.at.kind !== 'date') {
    // 今晚九点前 against 今晚八点前: the day it shares is not the fact.
    said.right = 0;
    said.wanted = Math.min(said.wanted, 0) as 0 | -1;
  }
  if (said.right === 0) said.wrongListed = Math.max(said.wrongListed, disputed);
  return said;
}

const OFTEN = new Set<Stated['kind']>(['amount', 'duration', 'date', 'number']);

const BOTH_WAYS = /来回|来来|往返|双程|两[趟程头]|来去/;
/** 来回都我们出 where each pays a way. */
const WHOLLY = /来回|来来|往返|双程|两[趟程头边]|都|全|一起|统统/;

function splitSaid({ heard }: Judging): number {
  const { reading, payers } = heard;
  let shop = false;
  let customer = false;
  for (let clause = 0; clause < payers.length; clause++) {
    if (reading.clauses[clause]?.question) continue;
    shop ||= payers[clause] === 1;
    customer ||= payers[clause] === -1;
  }
  if (shop && customer) return 1;
  return (shop || customer) && WHOLLY.test(reading.text) ? -1 : 0;
}

/** Only wrong wordings tell who pays (附带证书, wrong: 证书另收费), and the reply says what they say. */
export function payerMisled({ heard, keys, self }: Judging): number {
  const payer = keys.wrong.find(({ key }) => key.payer !== 0)?.key.payer ?? 0;
  if (payer === 0 || keys.right.some((key) => key.payer !== 0)) return 0;
  for (let clause = 0; clause < heard.payers.length; clause++) {
    const one = heard.reading.clauses[clause];
    const claims = heard.claims[clause] ?? 0;
    if (heard.payers[clause] !== payer || one?.question || one?.otherCase || (one?.under.length ?? 0) > 0) continue;
    if ((claims === 0 || (claims & self) !== 0) && topicOf(heard, keys, clause) >= LEAST_TOPIC) return 1;
  }
  return 0;
}

/** Who pays: 1 as the point says, -1 the other, 0 not said. */
export function payerSaid(point: Judging): number {
  const { heard, keys, self } = point;
  if (keys.split) return splitSaid(point);
  const paying = keys.right.filter((key) => key.payer !== 0);
  const payer = paying[0]?.payer ?? 0;
  // 不够的自付 in one wording of several doesn't make the point one about who pays.
  if (payer === 0 || paying.length * 2 <= keys.right.length) return 0;
  let agree = 0;
  // 装机不收钱，邮费您出: what is said of the other point's cost says nothing of this one's, where its own is told.
  let closest = -1;
  for (let clause = 0; clause < heard.payers.length; clause++) {
    const one = heard.reading.clauses[clause];
    if (one?.question || one?.otherCase || (one?.under.length ?? 0) > 0 || heard.payers[clause] === 0) continue;
    const claims = heard.claims[clause] ?? 0;
    const both = one && BOTH_WAYS.test(heard.reading.text.slice(one.start, one.end));
    const near = both || (claims & self) !== 0 ? 2 : claims === 0 ? 1 : 0;
    if (near < closest) continue;
    const fits = heard.payers[clause] === payer ? 1 : -1;
    agree = near > closest || fits === 1 ? fits : agree;
    closest = near;
  }
  return agree;
}
