/** Merits are findings too: what was done well, quoted. At most two of a kind in a conversation. */
import type { WindowKind } from '#engine/content.ts';
import { atOnce, tierFor } from '../concurrency.ts';
import type { ConversationHistory, TurnHistory, WindowHistory } from '../history.ts';
import { isLost } from '../lead.ts';
import type { Seen } from '../seen.ts';
import { turnGrade } from '../turn-grade.ts';
import { bubbleText, customerBefore, lastWords, msToS, secondsText, secondsThen, wholeMessage } from '../words.ts';
import type { FindingCode } from './codes.ts';
import { type Draft, draft } from './draft.ts';
import { customerChecked, readBack, soldWrongly, windowMerit } from './merit-words.ts';

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
  const all = [...windows(seen), ...turns(seen), ...holds(seen), ...calmed(seen)];
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
    customer: customerBefore(seen.c, seen.facts, firstIndex(seen.c, turn)),
    because,
  });

const firstIndex = (c: ConversationHistory, { judgement, index }: TurnHistory): number =>
  Math.min(
    index,
    ...[...c.spoke, ...c.acted].filter((one) => judgement.messages.includes(one.id)).map((one) => one.index),
  );

function windows(seen: Seen): Draft[] {
  return seen.c.windows.flatMap((w) => {
    const code = TAKEN[w.kind];
    if (!code || w.closed?.how !== 'taken') return [];
    const index = w.closed.index;
    const turn = seen.c.turns.findLast((t) => t.index <= index);
    const quoteAt = turn ? lastWords(seen.c, turn) : null;
    if (
      !turn ||
      (w.kind === 'follow-up' && wasLate(seen, w, turn)) ||
      (w.kind === 'follow-up' && answersOnly(turn)) ||
      (w.kind === 'confirm-order' && (!readBack(seen, w, turn) || customerChecked(seen, turn))) ||
      (SALES.includes(w.kind) && soldWrongly(seen))
    )
      return [];
    return quoteAt ? [ofTurn(seen, turn, code, quoteAt, windowMerit(seen, w, turn))] : [];
  });
}

const SALES: readonly WindowKind[] = ['order-prompt', 'cross-sell', 'payment-reminder'];

/** An answer to what was asked takes nothing up: it was owed anyway. */
const answersOnly = ({ judgement }: TurnHistory): boolean =>
  judgement.questions.some(({ answer }) => answer === 'answered' || answer === 'partial');

/** Words that came late into the pause they took up aren't praised for coming. */
function wasLate(seen: Seen, window: WindowHistory, { judgement }: TurnHistory): boolean {
  const { passS } = tierFor(seen.rubric, atOnce(seen.history, window.fromAt, judgement.firstAt));
  return msToS(window.fromAt, judgement.firstAt) > passS;
}

function turns(seen: Seen): Draft[] {
  const { c, facts } = seen;
  return c.turns.flatMap((turn): Draft[] => {
    const { judgement } = turn;
    const out: Draft[] = [];
    const edited = judgement.canned.find((n) => n.verdict === 'fit' && n.edited > 0);
    if (edited)
      out.push(
        ofTurn(
          seen,
          turn,
          'merit:edited-quick-reply',
          wholeMessage(c, edited.message),
          editedFrom(seen, edited.quickReply),
        ),
      );
    const corrected = judgement.points.find((p) => p.corrected);
    if (corrected && judgement.corrects)
      out.push(
        ofTurn(
          seen,
          turn,
          'merit:corrected',
          corrected.quote,
          `「${facts.point(corrected.point)?.point.says ?? ''}」先前说反了，这一句改了过来。`,
        ),
      );
    // Asked all the same a moment later, it spared the customer nothing.
    const ahead = judgement.points.find(
      (p) =>
        // A manual sent whole holds a bit of everything.
        !judgement.stacking &&
        !judgement.canned.some((n) => n.message === p.quote.message && n.edited === 0) &&
        !p.asked &&
        p.state === 'covered' &&
        p.question !== null &&
        !c.questions.some((q) => q.question === p.question),
    );
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
    if (drawn) out.push(ofTurn(seen, turn, 'merit:asked-first', drawn.quote, drawnOut(seen, drawn.fact)));
    return [...out, ...full(seen, turn)];
  });
}

/** What the customer only told because they were asked. */
function drawnOut({ facts }: Seen, id: string): string {
  const fact = facts.scenario.customer.knows.find((f) => f.id === id);
  const told = fact?.says.flatMap((b) => (b.kind === 'text' ? [b.text] : [])).join(' ') ?? '';
  if (told !== '') return `你这一问，客户才说「${told}」。`;
  const sent = fact?.says.find((b) => b.kind === 'picture');
  return sent === undefined ? '' : `你这一问，客户才发来${bubbleText(sent, facts)}。`;
}

function editedFrom({ facts }: Seen, id: string): string {
  const phrase = facts.shop.quickReplies.find((q) => q.id === id);
  return phrase ? `短语「${phrase.code}」插进来以后改成了这位客户的话。` : '';
}

/** Whether the customer had to come back for more of it before. */
const wasShort = (c: ConversationHistory, turn: TurnHistory, question: string): boolean =>
  c.turns.some(
    (t) =>
      t.index < turn.index &&
      t.judgement.questions.some(
        (q) => q.question === question && !['untouched', 'held', 'clarifying', 'answered'].includes(q.answer),
      ),
  );

/** All points of a question, bonus points included, in one turn, the first that took it up. */
function full(seen: Seen, turn: TurnHistory): Draft[] {
  return turn.judgement.questions.flatMap(({ question, answer }) => {
    const own = seen.points.filter((p) => p.question.id === question);
    const here = turn.judgement.points.filter((p) => p.question === question && p.state === 'covered');
    const first = here[0];
    if (answer !== 'answered' || own.length < 2 || here.length < own.length || !first) return [];
    // Whole on one question and short on another is not whole.
    if (wasShort(seen.c, turn, question) || turnGrade(seen.c, turn)?.expression !== 'excellent') return [];
    if (turn.judgement.questions.some((q) => q.answer === 'partial' || q.answer === 'vague')) return [];
    const text = own[0]?.question.text ?? '';
    const told = own.map((p) => `「${p.point.says}」`).join('');
    return [
      ofTurn(seen, turn, 'merit:full-answer', first.quote, `「${text}」要说的 ${own.length} 样，这一句都有：${told}。`),
    ];
  });
}

function holds(seen: Seen): Draft[] {
  return seen.c.holds.flatMap(({ begun, ended }) => {
    if (!begun.timed || !ended?.returned) return [];
    const turn = seen.c.turns.find((t) => t.judgement.turn === begun.turn);
    if (!turn) return [];
    const seconds = turn.judgement.hold?.seconds ?? null;
    const back = msToS(begun.at, ended.at);
    return [
      ofTurn(
        seen,
        turn,
        'merit:kept-promise',
        turn.judgement.hold?.quote ?? lastWords(seen.c, turn),
        seconds === null
          ? `给了时间，${secondsThen(back, '后带着结果回来了。')}`
          : `说了 ${secondsText(seconds)}内回，${secondsThen(back, '后带着结果回来了。')}`,
      ),
    ];
  });
}

/** Came in angry, went calm: the mood line says so (DESIGN, The customer). */
function calmed(seen: Seen): Draft[] {
  const { c, facts } = seen;
  const start = facts.scenario.customer.mood ?? c.arrivals[0]?.mood ?? 50;
  const last = c.moods.at(-1)?.to ?? start;
  if (start > ANGRY || last < CALM || isLost(seen)) return [];
  const rises = c.turns.map((turn, i) => {
    const until = c.turns[i + 1]?.closedAt ?? Number.POSITIVE_INFINITY;
    const own = c.moods.filter((m) => m.at >= turn.closedAt && m.at < until);
    return { turn, by: own.reduce((sum, m) => sum + m.to - m.from, 0) };
  });
  const best = rises.toSorted((x, y) => y.by - x.by)[0];
  if (best === undefined || best.by <= 0) return [];
  const { turn } = best;
  const next = c.said.find((s) => s.index > turn.index && s.bubble.kind === 'text')?.bubble;
  const because = next?.kind === 'text' ? `客户回「${next.text}」。` : '';
  return [ofTurn(seen, turn, 'merit:calmed', lastWords(c, turn), because)];
}
