/** Which values and payers a reply states, seen from one point. */
import type { Stated } from '../reading/clauses.ts';
import { rivals, sameValue } from '../reading/values.ts';
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
  /** Only a day is right of it: people say 今天 of anything. */
  daysOnly: boolean;
};

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
    daysOnly: true,
  };
  let heardOf = 0;
  // 459加99减40，所以鞋退426.1: a sum that is right for another point is none against this one, when its own is said.
  let disputed = 0;
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
      if (value.kind !== 'date') said.daysOnly = false;
      said.beside = Math.min(said.beside, clause.plain.length - (value.end - value.start));
    } else if (keys.allowed.some((right) => sameValue(right, value))) said.listed = Math.max(said.listed, near);
    else if (!denied) {
      const misled = keys.misled.some((one) => sameValue(one, value));
      const foreign = all.some((other) => other !== keys && other.allowed.some((right) => sameValue(right, value)));
      if (misled && foreign) disputed = Math.max(disputed, near);
      else if (misled) said.wrongListed = Math.max(said.wrongListed, near);
      if (foreign) continue;
      if (value.kind === 'number' && keys.essential.length > 0 && near === 1) said.number = 1;
      if (!keys.essential.some((right) => rivals(right, value))) continue;
      said.at ??= value;
      said.local = Math.max(said.local, Math.min(1, topicOf(heard, keys, value.clause)));
      said.rival = Math.max(said.rival, clause.conditional || clause.otherCase ? near * 0.5 : near);
    }
  }
  if (said.right === 0) said.wrongListed = Math.max(said.wrongListed, disputed);
  return said;
}

export function payerSaid({ heard, keys }: Judging): number {
  const paying = keys.right.filter((key) => key.payer !== 0);
  const payer = paying[0]?.payer ?? 0;
  // 不够的自付 in one wording of several doesn't make the point one about who pays.
  if (payer === 0 || paying.length * 2 <= keys.right.length) return 0;
  let agree = 0;
  for (let clause = 0; clause < heard.payers.length; clause++) {
    const one = heard.reading.clauses[clause];
    if (one?.question || one?.otherCase || (one?.under.length ?? 0) > 0 || heard.payers[clause] === 0) continue;
    agree = heard.payers[clause] === payer ? 1 : agree || -1;
  }
  return agree;
}
