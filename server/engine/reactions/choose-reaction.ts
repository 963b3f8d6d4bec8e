/** Which one reaction a turn gets: the most forceful (RULES T5). Pure choice; carrying it out is `close-turn.ts`. */

import { isAnswered, needMet, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import type { Beat } from '#engine/model/content.ts';
import type { PointNote, TurnJudgement } from '#engine/model/events.ts';
import { madeSure } from '#engine/state/press.ts';
import { isSmallTalk, SHORT } from '#engine/turns/small-talk.ts';
import { POLICY } from '#language/terms/policy.ts';
import { answersLater, type Choice, choice, none, pressed, puttingOff, type Situation } from './choice.ts';
import { askForOwed, inDoubt } from './owed.ts';
import { idle, putOff } from './stalling.ts';
import { afterDefinite, afterTelling } from './told-of-it.ts';

/** A point this turn surely tells wrong. A customer who has minded it before doesn't do so again, nor do they thank. */
const stillWrong = ({ judgement }: Situation): PointNote | undefined =>
  judgement.points.find((n) => n.state === 'wrong' && n.asked && n.confidence >= POLICY.wrong.told);

const hot = ({ judgement, cast, turn }: Situation): Choice | null => {
  const red = judgement.redLines.find(({ confidence }) => confidence === 'high');
  if (red) return choice('red-line', red.code, ({ redLine }) => redLine[red.code] ?? redLine['*'], true);
  if (judgement.tone === 'hostile' && judgement.toneConfidence >= POLICY.tone.told)
    return choice('hostile', null, ({ slots }) => slots.hostile, true);
  // 怎么这么磨叽 hurts whatever else was told; it is minded like coldness, in the words for rudeness.
  if (judgement.tone === 'impatient' && judgement.toneConfidence >= POLICY.tone.sure)
    return choice('cold', null, ({ slots }) => slots.hostile, true);
  const action = turn.actions.find(({ forbidden }) => forbidden !== null);
  const index = action?.forbidden ?? judgement.forbiddenWords[0]?.forbid ?? null;
  const forbid = index === null ? undefined : cast.scenario.forbids[index];
  if (forbid)
    return choice('forbidden', forbid.do ?? forbid.act, ({ slots }) => slots.forbidden, true, forbid.reaction);
  return null;
};

/** Questions this beat asks or takes up again, waited for or not. */
const asksHere = (beat: Beat | null): string[] =>
  beat ? [...beat.asks.map(({ id }) => id), ...(beat.recalls ? [beat.recalls] : [])] : [];

/** How often a customer bears being asked what they can't know before it counts as evading. */
const UNKNOWNS = 2;

/** Wrong answers to react to: to what this beat asks first, then to earlier questions, the same one not twice. */
const mistakes = ({ judgement, beat, before }: Situation): PointNote[] => {
  const asks = asksHere(beat);
  const notes = judgement.points.filter(({ state, asked }) => state === 'wrong' && asked);
  const here = notes.filter(({ question }) => question !== null && asks.includes(question));
  return here.length > 0 ? here : notes.filter(({ point }) => before.points[point] !== 'wrong');
};

/** Where all mistakes are wrong by likeness alone the customer makes sure before minding one (RULES T25). */
const doubtedWrong = ({ c, cast, beat, chance }: Situation, notes: readonly PointNote[]): Choice | null => {
  const [first] = notes;
  if (!first || !notes.every(({ alike }) => alike)) return null;
  const point = cast.points.get(first.point)?.point;
  const sure = point && madeSure(c, cast, beat, point, chance);
  return sure ? { ...choice('rephrase', first.point, null, false, sure.reaction), line: sure.line } : null;
};

const wrong = (s: Situation): Choice | null => {
  const notes = mistakes(s);
  const doubted = doubtedWrong(s, notes);
  if (doubted) return doubted;
  const asks = asksHere(s.beat);
  for (const note of notes) {
    const own = note.wrongId ? s.cast.points.get(note.point)?.point.wrongReacts[note.wrongId] : undefined;
    if (!own) continue;
    // Believed = the story goes there from its own beat; later the same words only get their line.
    const leads = own.then !== null && note.question !== null && asks.includes(note.question);
    const reaction = leads ? own : { ...own, then: null };
    return choice(
      leads ? 'believed' : 'wrong',
      note.point,
      ({ wrong }) => wrong[note.point] ?? wrong['*'],
      !leads,
      reaction,
    );
  }
  const first = notes[0];
  return first ? choice('wrong', first.point, ({ wrong }) => wrong[first.point] ?? wrong['*'], true) : null;
};

const isHarsh = ({ tone }: TurnJudgement): boolean => tone === 'cold' || tone === 'impatient' || tone === 'hostile';

/** Whether a turn was perhaps rude, cold or dismissive: nobody thanks for one, whatever it told (RULES T43). */
const isCurt = (judgement: TurnJudgement): boolean =>
  isHarsh(judgement) && judgement.toneConfidence >= POLICY.tone.curt;

/** Likely enough rude or cold: a customer who was spoken to so doesn't check back what they may have been told. */
const isSnappish = (judgement: TurnJudgement): boolean =>
  isHarsh(judgement) && judgement.toneConfidence >= POLICY.tone.doubt;

/** Whether a point of the question stands told wrong: the author's line would take up an answer that wasn't given. */
const isToldWrong = ({ c, cast }: Situation, question: string): boolean =>
  cast.questions.get(question)?.question.points.some(({ id }) => c.points[id] === 'wrong') ?? false;

/** The beat's own progress: resolved, undone, partly, or a bonus point that changes the road. */
const progress = (s: Situation): Choice | null => {
  const { c, cast, beat, fresh, drawn } = s;
  if (!beat) return null;
  const leads = fresh.map((id) => cast.points.get(id)?.point).find((p) => p?.leads);
  if (leads) return choice('leads', leads.id, ({ covered }) => covered[leads.id]);
  const waits = waitsFor(beat);
  const missing = waits.filter((q) => !isAnswered(c, cast, q));
  const needs = openNeeds(c, cast, beat, inDoubt(c, s.judgement));
  const concerned = waits.length > 0 || beat.needs.some(({ untilEnd }) => !untilEnd);
  if (concerned && missing.length === 0 && needs.length === 0) {
    // The answer wasn't made out, is wrong or curt (RULES T6): the talk goes on, nothing is taken up or thanked for.
    const unheard =
      waits.some((question) => c.ledger[question]?.state === 'provisional' || isToldWrong(s, question)) ||
      stillWrong(s) !== undefined ||
      isCurt(s.judgement) ||
      // The customer doesn't thank for an operation that they only believe to be done.
      beat.needs.some((need, i) => !need.untilEnd && !needMet(c, beat.id, i));
    // A case's own `passed` line may say 说过了: for an answer nobody made out only the persona's plain ones fit.
    const plain = cast.persona.reacts.slots.passed ?? null;
    if (unheard && plain) return choice('resolved', null, null, false, plain);
    return choice('resolved', null, ({ slots }) => (unheard ? slots.passed : slots.resolved));
  }
  const touched = fresh.length > 0 || s.judgement.points.some(({ state, asked }) => state === 'covered' && asked);
  // 找我们 is short, but it answers: a trainee who says it hears what is still missing.
  const said =
    s.turn.messages.some(({ kind }) => kind === 'said') &&
    s.judgement.hold === null &&
    (touched || !onlyCourtesy(s.judgement));
  // With nothing left to ask the customer asks for what is owed: in silence nobody would learn what they wait for.
  // After a pasted quick reply they don't: a trainee who pastes them all would be led on by it.
  const typed = s.turn.messages.some((message) => message.kind === 'said' && message.made.quickReply === null);
  const asksNothing =
    waits.length === 0 || (typed && waits.some((question) => c.ledger[question]?.state === 'provisional'));
  const concerns = touched || (asksNothing && s.judgement.lastAt >= (c.beat?.enteredAt ?? 0));
  if (missing.length === 0 && needs.length > 0 && drawn.length === 0 && said && concerns) {
    // A trainee who tells something new before doing what is owed isn't dodging.
    const bad = (c.beat?.softs ?? 0) >= 1 && fresh.length === 0;
    return answersLater(s, null) ?? askForOwed(s, bad);
  }
  const own = s.judgement.points.some(
    ({ state, question }) => state === 'covered' && question !== null && waits.includes(question),
  );
  const question = missing[0];
  if (own && question !== undefined)
    return (
      answersLater(s, question) ??
      pressed(s, 'partly', question) ??
      choice('partly', question, ({ partly }) => partly[question] ?? partly['*'], (c.beat?.softs ?? 0) >= 1)
    );
  return null;
};

/** The trainee asks what was said already, or sends a rigid quick reply: a 稍等 doesn't excuse it. */
const careless = ({ judgement }: Situation): Choice | null => {
  const again = judgement.askedAgain[0];
  if (again) return choice('asked-again', again.what, ({ slots }) => slots['asked-again'], true);
  const rigid = judgement.canned.find(({ verdict }) => verdict === 'rigid');
  return rigid ? choice('rigid', rigid.quickReply, ({ slots }) => slots.rigid, true) : null;
};

/** The reaction to words that got the customer nowhere. */
const nowhere = (s: Situation): Choice | null => {
  const { c, judgement, beat } = s;
  const waits = beat ? waitsFor(beat) : [];
  const seen = (q: string): boolean => (c.ledger[q]?.openedAt ?? Number.POSITIVE_INFINITY) <= judgement.lastAt;
  const states = judgement.questions.filter(({ question }) => waits.includes(question) && seen(question));
  const has = (answer: (typeof states)[number]['answer']): string | undefined =>
    states.find((q) => q.answer === answer)?.question;
  const unrecognised = has('not-recognised');
  if (unrecognised !== undefined && isSnappish(judgement))
    return choice('cold', unrecognised, ({ slots }) => slots.cold);
  if (unrecognised !== undefined)
    return (
      answersLater(s, unrecognised) ??
      pressed(s, 'rephrase', unrecognised) ??
      choice('rephrase', unrecognised, ({ slots }) => slots.rephrase)
    );
  const vague = has('vague');
  const definite = vague === undefined ? null : afterDefinite(s, vague);
  if (definite) return definite === 'silent' ? null : definite;
  if (vague !== undefined) return choice('vague', vague, ({ slots }) => slots.vague, true);
  const clarifying = has('clarifying');
  // 拍一张发我就行 is no question: it gets a nod, and is asked on about if nothing more comes (RULES T16).
  if (clarifying !== undefined && !s.asks) return null;
  if (clarifying !== undefined) {
    if ((c.beat?.unknowns ?? 0) < UNKNOWNS) return puttingOff(s, clarifying);
    return choice('evaded', clarifying, ({ slots }) => slots.evaded, true);
  }
  const untouched = has('evaded') ?? has('untouched');
  // 您一直催也没用 is minded as a cold word: the lines for an evaded question would take up something else.
  const cold = untouched === undefined ? none : coldly(s);
  if (cold.kind !== 'none') return { ...cold, bad: true };
  if (untouched !== undefined && !onlyCourtesy(judgement)) {
    const told = afterTelling(s, untouched);
    if (told) return told === 'silent' ? null : told;
    // Where one of its points was perhaps said nobody dodged (RULES T25). Not twice running, or the talk would never go on.
    const doubted = judgement.points.some(
      ({ question, state }) => question === untouched && state === 'not-recognised',
    );
    const sure = doubted ? pressed(s, 'rephrase', untouched) : null;
    if (sure) return sure;
    if (doubted && c.lastReaction !== 'rephrase') return choice('rephrase', untouched, ({ slots }) => slots.rephrase);
    // 5点半 said to another question is too short to have dodged, but must get a word.
    if (judgement.text.length <= SHORT)
      return pressed(s, 'rephrase', untouched) ?? choice('rephrase', untouched, ({ slots }) => slots.rephrase);
    return choice('evaded', untouched, ({ slots }) => slots.evaded, true);
  }
  return null;
};

/** In a window nothing else is talked of: a wrong answer is minded there though the same was wrong before. */
const mindedAgain = (s: Situation): Choice => {
  const point = stillWrong(s)?.point;
  return point === undefined ? none : choice('wrong', point, ({ wrong }) => wrong[point] ?? wrong['*']);
};

/** 在的亲, 好的, an apology: words with nothing to react to (RULES T5). */
const onlyCourtesy = (j: TurnJudgement): boolean => isSmallTalk(j.text, j.acts);

/** A cold or impatient word is minded as such. */
const coldly = ({ judgement }: Situation): Choice =>
  (judgement.tone === 'cold' || judgement.tone === 'impatient') && judgement.toneConfidence >= POLICY.tone.told
    ? choice('cold', null, ({ slots }) => slots.cold)
    : none;

const lastly = (s: Situation): Choice => {
  const cold = coldly(s);
  if (cold.kind !== 'none') return cold;
  const { hold } = s.judgement;
  if (hold && (hold.seconds === null || hold.seconds > 60)) return choice('hold', null, ({ slots }) => slots.hold);
  return none;
};

/** The reaction to a turn that has closed. */
export const chooseReaction = (s: Situation): Choice => {
  const heat = hot(s);
  const inQuiet =
    s.beat !== null &&
    waitsFor(s.beat).length === 0 &&
    !s.beat.needs.some(({ untilEnd }) => !untilEnd) &&
    (s.beat.window !== null || s.beat.quiet !== null);
  // A customer who has left doesn't react; one whose story is over reacts once more at most, or the talk would never end.
  if (s.c.ending && (s.c.status === 'away' || s.c.turns !== s.c.ending.turns)) return none;
  if (heat && !(inQuiet && heat.kind === 'forbidden')) return heat;
  const mistaken = wrong(s);
  if (mistaken) return mistaken;
  // In a window or quiet beat only red lines, hostility and what is wrong are reacted to (RULES V2).
  if (inQuiet || !s.beat) return s.drawn.length > 0 ? choice('fact', s.drawn[0] ?? null, null) : mindedAgain(s);
  if (s.judgement.crossTalk)
    return choice('cross-talk', s.judgement.crossTalk.conversation, ({ slots }) => slots['cross-talk']);
  const forward = progress(s);
  if (forward) return forward;
  // A turn that drew a fact out of the customer gets none of the reactions below (RULES T5).
  if (s.drawn.length > 0) return choice('fact', s.drawn[0] ?? null, null);
  const odd = careless(s) ?? putOff(s) ?? (s.judgement.hold ? null : nowhere(s));
  if (odd) return odd;
  const last = lastly(s);
  return last.kind === 'none' ? (idle(s) ?? none) : last;
};
