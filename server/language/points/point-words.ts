/** How far a reply says the words that tell a point's right wordings from its wrong ones. */
import type { Key } from './keys.ts';
import { AGREE, type Listening, MARKS, OPPOSE, UNCLEAR } from './listening.ts';
import type { Compiled } from './point-judging.ts';

/** How much of a focus key is said with its sense, against it, or in a sense that isn't told. */
export type Said = {
  agreed: number;
  strongest: number;
  opposed: number;
  fresh: number;
  hits: number;
  freshest: number;
  unclear: number;
};

export function saidOf(heard: Listening, key: Key, self: number, against = false): Said {
  const said: Said = { agreed: 0, strongest: 0, opposed: 0, fresh: 0, hits: 0, freshest: 0, unclear: 0 };
  const slot = heard.open.slots.get(key) ?? -1;
  const first = (heard.from[slot] ?? 0) - 1;
  if (slot < 0 || first < 0) return said;
  let agree = 0;
  let oppose = 0;
  let unclear = 0;
  let near = 0;
  for (let clause = first; clause < heard.reading.clauses.length; clause++) {
    const at = (slot * heard.room + clause) * MARKS;
    agree |= heard.marks[at + AGREE] ?? 0;
    oppose |= heard.marks[at + OPPOSE] ?? 0;
    unclear |= heard.marks[at + UNCLEAR] ?? 0;
    const claims = heard.claims[clause] ?? 0;
    if (claims === 0 || (claims & self) !== 0) near |= (heard.marks[at + AGREE] ?? 0) | (heard.marks[at + OPPOSE] ?? 0);
  }
  const given = heard.given[slot] ?? 0;
  for (let index = 0; index < key.parts.length; index++) {
    const bit = 1 << index;
    const part = key.parts[index];
    if (!part || ((agree | oppose | unclear) & bit) === 0) continue;
    // 退不了 is the right answer of another point: it says nothing against this one.
    const others = against ? (heard.open.right.get(part.id) ?? 0) & ~self : 0;
    const weight = part.weight * (near & bit ? 1 : 0.5) * (others === 0 ? 1 : 0.3);
    if (agree & bit && !(oppose & bit)) {
      said.agreed += weight;
      said.strongest = Math.max(said.strongest, weight);
      if (!(given & bit)) {
        said.hits += 1;
        said.fresh += weight;
        said.freshest = Math.max(said.freshest, weight);
      }
    } else if (oppose & bit) said.opposed += weight;
    else if (unclear & bit) said.unclear += weight;
  }
  return said;
}

/** Weight of the point's words in one clause, whichever way they are said. */
export function topicOf(heard: Listening, keys: Compiled, clause: number): number {
  let weight = 0;
  for (const key of [keys.focus.plus, keys.focus.shared, keys.focus.polar]) weight += net(heard, key, clause).touched;
  return weight;
}

function net(heard: Listening, key: Key, clause: number): { agreed: number; opposed: number; touched: number } {
  const slot = heard.open.slots.get(key) ?? -1;
  const said = { agreed: 0, opposed: 0, touched: 0 };
  if (slot < 0 || heard.touched[slot * heard.room + clause] === 0) return said;
  const at = (slot * heard.room + clause) * MARKS;
  const agree = heard.marks[at + AGREE] ?? 0;
  const oppose = heard.marks[at + OPPOSE] ?? 0;
  const unclear = heard.marks[at + UNCLEAR] ?? 0;
  for (let index = 0; index < key.parts.length; index++) {
    const bit = 1 << index;
    if (((agree | oppose | unclear) & bit) === 0) continue;
    const weight = key.parts[index]?.weight ?? 0;
    said.touched += weight;
    if (agree & bit) said.agreed += weight;
    else if (oppose & bit) said.opposed += weight;
  }
  return said;
}

export type Local = {
  best: number;
  worst: number;
  touched: number;
  bestAt: number;
  worstAt: number /** Of the clause that speaks most for it: how much of what it says the point's wordings have. */;
  share: number;
};

/** The clause that speaks most for the right wordings, and the one that speaks most for the wrong ones. */
export function clauseByClause(heard: Listening, keys: Compiled, self: number): Local {
  const { plus, minus, shared, polar } = keys.focus;
  const local: Local = { best: 0, worst: 0, touched: 0, bestAt: -1, worstAt: -1, share: 0 };
  for (let clause = 0; clause < heard.reading.clauses.length; clause++) {
    const claims = heard.claims[clause] ?? 0;
    const own = claims === 0 || (claims & self) !== 0 ? 1 : 0.5;
    const good = net(heard, plus, clause);
    const bad = net(heard, minus, clause);
    const turned = net(heard, polar, clause);
    const common = net(heard, shared, clause);
    const sum = good.agreed + turned.agreed + bad.opposed * 0.5 - bad.agreed - turned.opposed - good.opposed;
    if (sum * own > local.best) {
      local.best = sum * own;
      local.bestAt = clause;
      const all = (heard.reading.clauses[clause]?.plain.length ?? 0) / 2;
      local.share = Math.min(1, (good.touched + turned.touched + common.touched) / Math.max(all, 0.5));
    }
    if (-sum * own > local.worst) {
      local.worst = -sum * own;
      local.worstAt = clause;
    }
    local.touched = Math.max(local.touched, (good.touched + turned.touched + common.touched) * own);
  }
  return local;
}

export function otherOfGroup(heard: Listening, key: Key): boolean {
  for (const part of key.parts) {
    if (part.group === 0) continue;
    for (const token of heard.reading.tokens) {
      if (token.group === part.group && token.id !== part.id && token.sign > 0)
        return !key.parts.some((one) => one.id === token.id);
    }
  }
  return false;
}

/** Share of what is said that other points claim. */
export function elsewhere(heard: Listening, self: number): number {
  let all = 0;
  let others = 0;
  for (let clause = 0; clause < heard.reading.clauses.length; clause++) {
    const weight = (heard.reading.clauses[clause]?.weight ?? 0) + 0.1;
    all += weight;
    const claims = heard.claims[clause] ?? 0;
    if (claims !== 0 && (claims & self) === 0) others += weight;
  }
  return all > 0 ? others / all : 0;
}
