/** Merits are findings too: what was done well, quoted. At most two of a kind in a conversation. */
import type { WindowKind } from '#engine/content.ts';
import type { TurnHistory } from '../history.ts';
import { laterRounds } from '../opportunities/later-rounds.ts';
import type { Seen } from '../seen.ts';
import { lastWords, secondsText, secondsThen, wholeMessage } from '../words.ts';
import type { FindingCode } from './codes.ts';
import { type Draft, draft } from './draft.ts';

const MOST_OF_A_KIND = 2;
const ANGRY = 35;
const CALM = 55;

const TAKEN: { readonly [kind in WindowKind]?: FindingCode } = {
  'order-prompt': 'merit:order-prompt',
  'follow-up': 'merit:follow-up',
  'payment-reminder': 'merit:payment-reminder',
  'confirm-order': 'merit:confirm-order',
  'recognise-regular': 'merit:recognised-regular',
  'cross-sell': 'merit:cross-sell',
};

export function meritFindings(seen: Seen): Draft[] {
  const all = [...windows(seen), ...turns(seen), ...holds(seen), ...fast(seen), ...calmed(seen)];
  const count = new Map<string, number>();
  return all.filter((d) => {
    const n = (count.get(d.code) ?? 0) + 1;
    count.set(d.code, n);
    return n <= MOST_OF_A_KIND;
  });
}

const ofTurn = (seen: Seen, turn: TurnHistory, code: FindingCode, quoteAt: Draft['quoteAt'], because = ''): Draft =>
  draft({
    code,
    at: turn.judgement.firstAt,
    conversation: seen.c.key,
    turn: turn.judgement.turn,
    quoteAt,
    customer: turn.judgement.customer,
    because,
  });

function windows(seen: Seen): Draft[] {
  return seen.c.windows.flatMap((w) => {
    const code = TAKEN[w.kind];
    if (!code || w.closed?.how !== 'taken') return [];
    const index = w.closed.index;
    const turn = seen.c.turns.findLast((t) => t.index <= index);
    const quoteAt = turn ? lastWords(seen.c, turn) : null;
    return turn && quoteAt ? [ofTurn(seen, turn, code, quoteAt)] : [];
  });
}

function turns(seen: Seen): Draft[] {
  const { c, facts } = seen;
  return c.turns.flatMap((turn): Draft[] => {
    const { judgement } = turn;
    const out: Draft[] = [];
    const edited = judgement.canned.find((n) => n.verdict === 'fit' && n.edited > 0);
    if (edited) out.push(ofTurn(seen, turn, 'merit:edited-quick-reply', wholeMessage(c, edited.message)));
    const corrected = judgement.points.find((p) => p.corrected);
    if (corrected && judgement.corrects) out.push(ofTurn(seen, turn, 'merit:corrected', corrected.quote));
    const ahead = judgement.points.find((p) => !p.asked && p.state === 'covered' && p.question !== null);
    if (ahead) {
      const question = facts.question(ahead.question ?? '');
      out.push(
        ofTurn(
          seen,
          turn,
          'merit:answered-ahead',
          ahead.quote,
          question ? `「${question.text}」还没问，你先说了。` : '',
        ),
      );
    }
    const drawn = judgement.asked.find(
      (a) => !a.again && c.facts.some((f) => f.fact === a.fact && f.turn === judgement.turn),
    );
    if (drawn) out.push(ofTurn(seen, turn, 'merit:asked-first', drawn.quote));
    return [...out, ...full(seen, turn)];
  });
}

/** All points of a question, bonus points included, in one turn. */
function full(seen: Seen, turn: TurnHistory): Draft[] {
  return turn.judgement.questions.flatMap(({ question, answer }) => {
    const own = seen.points.filter((p) => p.question.id === question);
    const here = turn.judgement.points.filter((p) => p.question === question && p.state === 'covered');
    const first = here[0];
    if (answer !== 'answered' || own.length < 2 || here.length < own.length || !first) return [];
    return [ofTurn(seen, turn, 'merit:full-answer', first.quote)];
  });
}

function holds(seen: Seen): Draft[] {
  return seen.c.holds.flatMap(({ begun, ended }) => {
    if (!begun.timed || !ended?.returned) return [];
    const turn = seen.c.turns.find((t) => t.judgement.turn === begun.turn);
    if (!turn) return [];
    const seconds = turn.judgement.hold?.seconds ?? null;
    return [
      ofTurn(
        seen,
        turn,
        'merit:kept-promise',
        turn.judgement.hold?.quote ?? lastWords(seen.c, turn),
        seconds === null ? '' : `说了 ${secondsText(seconds)}。`,
      ),
    ];
  });
}

function fast(seen: Seen): Draft[] {
  return seen.firsts.flatMap((f) => {
    if (f.grade !== 'excellent' || !f.turn || f.unsure) return [];
    const later = laterRounds(seen).length;
    const base = ofTurn(seen, f.turn, 'merit:fast-first', null, later > 0 ? '' : '这一位只有一轮。');
    return [{ ...base, at: f.from, seen: `问完 ${secondsThen(f.seconds, '就答到')}`, seconds: f.seconds }];
  });
}

/** Came in angry, went calm: the mood line says so (DESIGN, The customer). */
function calmed(seen: Seen): Draft[] {
  const { c, facts } = seen;
  const start = facts.scenario.customer.mood ?? c.arrivals[0]?.mood ?? 50;
  const last = c.moods.at(-1)?.to ?? start;
  if (start > ANGRY || last < CALM) return [];
  const rise = c.moods.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  const turn = c.turns.findLast((t) => rise !== undefined && t.closedAt <= rise.at);
  if (!turn) return [];
  return [{ ...ofTurn(seen, turn, 'merit:calmed', lastWords(c, turn)), seen: `情绪 ${start} → ${last}` }];
}
