/** A finding's better wording taken at its word: played where the fault was, and the drill gone on with behind it. */
import type { Report, ReportFinding } from '#contract/report.ts';
import { forkLog, silenceAt } from '#engine/fork.ts';
import type { ContentData, Need, Scenario } from '#engine/model/content.ts';
import type { DrillEvent, DrillMs, EventOf } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { similarity } from '#language/quick-replies/match-quick-replies.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { caseFactsOf } from '#scoring/log/case-facts.ts';
import { historyOf } from '#scoring/log/history.ts';
import { retriedTurn } from '#scoring/practice-advice/compare-attempts.ts';
import { type RetryPlace, retryPlaces } from '#scoring/practice-advice/retry-places.ts';
import { makeReport } from '#scoring/report.ts';
import { actionLine } from '#scoring/suggestions/operations.ts';
import { type Deed, drive, opened, typed } from './drive.ts';
import { authorsReply, knowing } from './learner.ts';
import { dataOf, library, scenarioOf } from './play.ts';

const KEY = 'c1';
const D = 'd1';
const SOON_MS = 8000;
const APART_MS = 2000;

/** Findings without anything to send or click: the speed of the whole drill, an end pressed too early. */
export const NOT_PLAYED: readonly string[] = ['slow-handling', 'ended-early'];

export type Case = {
  id: string;
  data: ContentData;
  ready: Content;
  scenario: Scenario;
  replies: readonly Reply[];
  events: readonly DrillEvent[];
  by: ReadonlyMap<string, number>;
  report: Report;
  places: RetryPlace[];
};

const prepared = new Map<string, Content>();

export const caseOf = (id: string, replies: readonly Reply[]): Case => {
  const data = dataOf([id]);
  const ready = prepared.get(id) ?? prepare(data);
  prepared.set(id, ready);
  const { events, by } = drive(ready, opened(ready, id), replies);
  const report = makeReport(data, events);
  const scenario = scenarioOf(id);
  return { id, data, ready, scenario, replies, events, by, report, places: retryPlaces(data, events, []) };
};

/** What the advice says to do: clicks, then words. */
type Advice = { clicks: Need[]; says: string[]; drops: boolean };

const QUOTED = /「([^」]*)」/g;

const adviceOf = ({ data, id, scenario }: Case, { better, code }: ReportFinding): Advice | null => {
  if (better === null) return null;
  const caseFacts = caseFactsOf(data, id);
  const buttons = scenario.beats.flatMap(({ window }): Need[] =>
    window?.do ? [{ do: window.do, with: {}, ask: null, act: null, after: [], untilEnd: false }] : [],
  );
  // A card may order an operation that the case itself has no need of (RULES M30).
  const ordered = caseFacts.shop.actions.map(
    (id): Need => ({ do: id, with: {}, ask: null, act: null, after: [], untilEnd: false }),
  );
  const needs = [...scenario.beats.flatMap((b) => b.needs), ...scenario.duties, ...buttons, ...ordered].filter(
    (n) => n.do !== null,
  );
  const clicked = (text: string): Need[] => needs.filter((n) => actionLine(n, caseFacts) === text).slice(0, 1);
  if (code.startsWith('late-') && better.startsWith('先发「')) {
    return { clicks: [], says: [...better.matchAll(QUOTED)].map(([, words = '']) => words), drops: false };
  }
  if (better.startsWith('点「')) {
    const [click = '', say] = better.split('，再说「');
    return { clicks: clicked(click), says: say ? [say.slice(0, -1)] : [], drops: code === 'wrong-amount' };
  }
  if (better.startsWith('不点「')) {
    const say = /，先说：(.*)$/.exec(better)?.[1];
    if (say !== undefined) return { clicks: [], says: [say], drops: true };
    const ask = /；先问「([^」]*)」/.exec(better)?.[1];
    if (ask !== undefined) return { clicks: [], says: [ask], drops: true };
    return { clicks: clicked(better.slice(better.indexOf('，') + 1)), says: [], drops: true };
  }
  if (/^先[问说点]/.test(better) && /先[问说]/.test(better) && better.includes('再点「')) {
    const says = [...better.slice(0, better.lastIndexOf('再点「')).matchAll(QUOTED)].map(([, words = '']) => words);
    const click = better.slice(better.lastIndexOf('再点「') + 1);
    return { clicks: code === 'missing-action' ? clicked(click) : [], says, drops: true };
  }
  if (/^先点「/.test(better)) {
    const titles = [...better.matchAll(QUOTED)].map(([, title]) => title);
    const own = titles.flatMap((title) =>
      needs.filter((n) => caseFacts.action(n.do ?? '')?.title === title).slice(0, 1),
    );
    return { clicks: own, says: [], drops: true };
  }
  return { clicks: [], says: [better], drops: false };
};

/** A need names only the fields it checks; the testplans fill in the rest. */
const clickOf = ({ id, ready }: Case, need: Need, at: DrillMs): Deed => {
  const done = Object.values(library.testplans.get(id) ?? {}).flatMap((t) => t.replies.flatMap((r) => r.do));
  const found = done.find((d) => d.action === need.do && Object.entries(need.with).every(([k, v]) => d.with[k] === v));
  const spec = ready.actions.get(need.do ?? '');
  const blank = Object.fromEntries(
    (spec?.fields ?? []).filter((f) => f.required).map((f) => [f.name, need.note ?? '按卡办']),
  );
  return { at, action: need.do ?? '', with: { ...blank, ...found?.with, ...need.with } };
};

const isOwn = (e: DrillEvent): e is EventOf<'trainee-said'> | EventOf<'action-done'> =>
  e.kind === 'trainee-said' || e.kind === 'action-done';

export type Mended = {
  code: string;
  at: DrillMs;
  quote: string;
  title: string;
  better: string;
  words: string[];
  customer: string;
  /** Why the wording is no good; empty where it mends. */
  wrong: string[];
  /** By how much the whole drill's score rises. */
  gain: number;
  shownElsewhere: boolean;
  played: boolean;
};

export const mended = (of: Case, f: ReportFinding, weigh = false): Mended | null => {
  const advice = adviceOf(of, f);
  const place = of.places.find((p) => p.findings.includes(f.key));
  if (f.better === null) return null;
  const own: Mended = {
    ...{ code: f.code, at: f.at, quote: f.quote, title: f.title, better: f.better, words: [], customer: f.customer },
    ...{ wrong: [], gain: 0, shownElsewhere: f.betterIn !== null, played: false },
  };
  if (f.betterIn !== null || NOT_PLAYED.includes(f.code) || advice === null || place === undefined) return own;
  own.words = advice.says;
  if (advice.clicks.length + advice.says.length === 0) return { ...own, wrong: ['nothing to do'] };
  const late = f.family === 'late';
  const since = late || place.since !== null ? (late && place.since === null ? f.at : (place.since ?? f.at)) : null;
  const number0 = since === null ? place.turn : (silenceAt(of.events, KEY, since)?.turn ?? 0);
  const forked = forkLog(of.events, { drill: D, conversation: KEY, turn: number0, since });
  if (forked === null) return { ...own, wrong: ['no fork'] };
  const cut = forked.events.length - 2;
  const from = forked.events.at(-1)?.at ?? 0;
  const window =
    since === null ? SOON_MS : Math.min(SOON_MS, Math.max(1000, ((place.until ?? from + 20_000) - from) / 2));
  const asked = of.events.find((e) => e.at >= from && e.kind === 'customer-said' && e.last)?.at ?? from;
  const start = since === null ? from : Math.max(from + Math.round(window), asked < from + 20_000 ? asked + 3000 : 0);
  const turnOwn =
    since === null ? of.events.filter((e) => isOwn(e) && place.messages.includes(e.id)).filter(isOwn) : [];
  const kept = turnOwn.flatMap((e): Deed[] => {
    if (e.kind === 'action-done')
      return advice.drops && forbidden(e) ? [] : [{ at: e.at, action: e.action, with: e.with }];
    return advice.says.length > 0 ? [] : [{ at: e.at, text: e.text, made: e.made }];
  });
  const deeds: Deed[] = [
    ...(advice.says.length > 0 && f.code === 'missing-action'
      ? []
      : advice.clicks.map((need) => clickOf(of, need, start))),
    ...kept.filter((d) => 'action' in d),
    ...advice.says.map((text, i) => typed(start + i * APART_MS, text)),
    ...kept.filter((d) => !('action' in d)),
    // With a better wording to say, the words come first and the click after them.
    ...(advice.says.length > 0 && f.code === 'missing-action'
      ? advice.clicks.map((need) => clickOf(of, need, start + 30_000))
      : []),
  ].map((d, i, all) => ({ ...d, at: Math.max(d.at, ...all.slice(0, i).map((one) => one.at)) }));
  const whole = forked.events.map((e) =>
    e.kind === 'drill-opened' ? { ...e, forkedFrom: null, redo: undefined } : e,
  ) as DrillEvent[];
  const rest = goingOn(of, of.events.slice(0, cut + 1));
  const { events, by } = drive(of.ready, whole, rest, { first: deeds });
  const blamed =
    weigh && since === null
      ? makeReport(of.data, drive(of.ready, whole, rest, { first: turnOwn.map(asDeed) }).events).score
      : null;
  const again = makeReport(of.data, events);
  const firsts = new Set([...by].filter(([, of]) => of === -1).map(([id]) => id));
  const c = historyOf(events).conversations.find((one) => one.key === KEY);
  const turn = c?.turns.find(
    (t) =>
      t.judgement.messages.some((id) => firsts.has(id)) ||
      c.clicks.some((a) => firsts.has(a.id) && t.judgement.messages.includes(a.id)),
  );
  const number = turn?.judgement.turn ?? null;
  own.gain = again.score - (blamed ?? of.report.score);
  own.played = true;
  const here = again.findings.filter(
    (one) =>
      one.severity !== 'merit' &&
      !one.unsure &&
      number !== null &&
      (one.turn === number || one.again.some((a) => a.turn === number)),
  );
  const wrong: string[] = [];

  const before = of.report.findings
    .filter((one) => one.turn === place.turn || one.again.some((a) => a.turn === place.turn))
    .filter((one) => since === null && (advice.says.length === 0 || one.family === 'operation'))
    .map((one) => one.code);
  // Beside a click the trainee's own words are said again, so only findings about operations count.
  const counts = (one: ReportFinding): boolean => advice.says.length > 0 || one.family === 'operation';
  for (const one of here)
    if (
      one.family !== 'late' &&
      one.code !== f.code &&
      !before.includes(one.code) &&
      counts(one) &&
      !stoodOpen(of, f, one)
    )
      wrong.push(`raises ${one.code}「${one.quote}」`);
  if (advice.says.length > 0) {
    const judged = turn?.judgement;
    if (judged?.points.some((p) => p.state === 'wrong')) wrong.push('judged wrong');
    if (judged && judged.redLines.length > 0) wrong.push('red line');
    const asks = of.scenario.beats.find((b) => b.id === judged?.beat)?.asks.length ?? 0;
    if (judged && !late && asks > 0) {
      const answers = judged.questions.map((q) => q.answer);
      const taken = c?.windows.some((w) => w.closed?.how === 'taken' && turn && w.closed.index > turn.index);
      const good =
        answers.length === 0 ||
        answers.some((a) => ['answered', 'partial', 'clarifying', 'held', 'not-recognised'].includes(a)) ||
        taken ||
        judged.asked.length > 0;
      if (!good) wrong.push(`answers ${answers.join()}`);
    }
    for (const text of advice.says) {
      if (/[{}]/.test(text)) wrong.push('braces');
      if (text.length > 60 && !modelsOf(of.scenario).has(text)) wrong.push(`${text.length} characters`);
      // The trainee's own answer without the faulty words is a new reply, however similar.
      const said = turnOwn.flatMap((e) => (e.kind === 'trainee-said' ? [e.text] : []));
      const struck = f.quoteAt !== null && !text.includes(f.quote);
      if (!late && !struck && said.some((one) => similarity(one, text) >= 0.8)) wrong.push('own words');
    }
  }
  // A better wording that asks back is answered only in the next reply, so the turn holds less than a guess would.
  const asksBack = advice.says.length > 0 && (turn?.judgement.asked.length ?? 0) + (turn?.judgement.hold ? 1 : 0) > 0;
  // A trainee who ignored the question and now asks what the answer rests on answers it in the reply after.
  if (stands(f, again, number, from) && !(asksBack && f.code === 'ignored')) wrong.push('stands');
  if (!late && since === null) {
    const redo = forkLog(of.events, { drill: D, conversation: KEY, turn: place.turn, since });
    if (redo) {
      const t0 = redo.events.at(-1)?.at ?? 0;
      const shift = deeds.map((d, i) => ({ ...d, at: t0 + 2000 + i * 500 }));
      const tried = drive(of.ready, redo.events, [], { first: shift });
      const found = retriedTurn(of.data, { drill: D, events: of.events, rulings: [] }, place, [
        { drill: 'd2', endedAt: 1, events: tried.events },
      ]);
      const one = found?.tries[0];
      if (!one) wrong.push('redo: no try');
      else if (hasEnded(of, f) || (asksBack && one.than === 'worse')) wrong.push('');
      else if (one.than === 'worse') wrong.push('redo: worse');
      else if (one.grade === 'fail' && advice.says.length > 0 && !asksBack)
        wrong.push(`redo: fails ${one.faults.map((x) => x.title).join()}`);
    }
  }
  return { ...own, wrong: wrong.filter((w) => w !== '') };
};

/** Words for a window that mention an unanswered question aren't what left it unanswered: earlier replies did. */
const stoodOpen = (of: Case, f: ReportFinding, raised: ReportFinding): boolean =>
  raised.code === 'no-empathy' ||
  (['ignored', 'answered-partly'].includes(raised.code) &&
    (f.family === 'not-valuing' || f.family === 'late' || hasEnded(of, f)) &&
    of.report.ledger.some(
      (q) =>
        q.state !== 'answered' &&
        (raised.title.includes(q.text) || q.points.some((p) => raised.title.includes(p.text))),
    ));

const hasEnded = ({ events }: Case, f: ReportFinding): boolean =>
  events.some((e) => e.kind === 'ending-reached' && e.at < f.at);

const asDeed = (e: EventOf<'trainee-said'> | EventOf<'action-done'>): Deed =>
  e.kind === 'action-done' ? { at: e.at, action: e.action, with: e.with } : { at: e.at, text: e.text, made: e.made };

/**
 * The replies after the better wording: by a trainee who knows the case, and who answers in the present beat without
 * asking.
 */
const goingOn = ({ id, scenario }: Case, log: readonly DrillEvent[]): Reply[] => {
  const here = log.findLast((e) => e.kind === 'beat-entered')?.beat;
  const beat = scenario.beats.find((b) => b.id === here);
  const open = scenario.beats
    .flatMap((b) => b.asks)
    .filter(
      (q) =>
        q.model &&
        log.some((e) => e.kind === 'question-opened' && e.question === q.id) &&
        !log.some((e) => e.kind === 'question-changed' && e.question === q.id && e.to === 'answered'),
    );
  const also: Reply[] =
    beat && beat.asks.length === 0 && open.length > 0
      ? [{ to: beat.id, afterS: 10, do: [], say: open.map((q) => ({ text: q.model ?? '' })), repeat: false }]
      : [];
  return [...(beat ? authorsReply(id, beat) : []), ...also, ...knowing(id).filter((r) => r.to !== here)];
};

const forbidden = (e: EventOf<'action-done'>): boolean => e.forbidden !== null || e.unverified || e.wrongAmount;

const models = new WeakMap<Scenario, Set<string>>();

/** What the author wrote to be sent as it is. */
export const modelsOf = (scenario: Scenario): Set<string> => {
  const known = models.get(scenario);
  if (known) return known;
  const own = new Set([
    ...scenario.beats.flatMap((b) => [
      ...b.asks.flatMap((q) => [
        ...(q.model ? [q.model] : []),
        ...(q.first ?? []).flatMap((one) => (typeof one === 'string' ? [] : (one.model ?? []))),
      ]),
      ...(b.window?.model ? [b.window.model] : []),
    ]),
    ...scenario.endings.flatMap((e) => e.model ?? []),
  ]);
  models.set(scenario, own);
  return own;
};

/** Whether the fault is still there, at that turn, time or operation; `from`: when the words were said again, in ms. */
const stands = (f: ReportFinding, again: Report, turn: number | null, from: number): boolean => {
  const same = again.findings.filter((one) => one.code === f.code);
  if (['missing-action', 'claimed-undone'].includes(f.code)) return same.some((one) => one.title === f.title);
  if (f.family === 'late' && f.code !== 'customer-left') return same.some((one) => one.at === f.at);
  if (f.code === 'customer-left') return same.some((one) => one.at >= from && one.at <= f.at);
  if (f.family === 'not-valuing' && f.code !== 'bare-hold') return same.some((one) => one.at === f.at);
  if (f.code === 'no-empathy') return again.findings.some((one) => one.code === f.code && one.turn === turn);
  if (f.code === 'unverified-action') return same.some((one) => one.turn === turn && one.title === f.title);
  if (f.code === 'answered-partly' || f.code === 'ignored')
    return same.some((one) => one.title === f.title && one.turn === turn);
  return same.some((one) => one.turn === turn);
};
