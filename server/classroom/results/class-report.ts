/** A class's report on one page: how it went, what to teach next, who needs a word. */
import { countedSeats, faultsOf, mean } from '#classroom/exports/class-figures.ts';
import { lasting, TOLERATED_MS } from '#classroom/exports/comparable.ts';
import { isRedLine } from '#classroom/exports/fault-order.ts';
import type { ClassReport, Debrief, DrillResult, NamedSeats, RunResults, SeatResult } from '#contract/results.ts';
import type { ContentData } from '#engine/model/content.ts';
import { FAMILY_NAMES } from '#scoring/marks/report-findings.ts';
import { nextCases } from '#scoring/next/next-cases.ts';
import type { DebriefData } from './debrief.ts';

const BINS = 10;
/** As many as fit on the page; who crossed a red line is named beyond it. */
const MOST_PEOPLE = 6;
/** Besides them at least so many others are. */
const OTHERS = 3;
const MOST_NAMED = 2;

/** Results and debrief as made for the same run; `played`: its scenarios; `library`: today's, to choose cases from. */
export function classReport(
  { run, seats, figures }: RunResults,
  { debrief, cards }: DebriefData,
  played: readonly string[],
  library: Pick<ContentData, 'scenarios' | 'rubric'>,
): ClassReport {
  const title = (id: string): string => library.scenarios.find((s) => s.id === id)?.title ?? id;
  const nextFor = (family: string | null, count: number) =>
    nextCases(library.scenarios, {
      ...{ scenarios: played, score: null, pass: library.rubric.pass, excellent: library.rubric.excellent },
      weak: family === null ? null : { family, name: FAMILY_NAMES[family] ?? family, count },
    });
  const [worst] = debrief.picks;
  const all = faultsOf(seats.flatMap(({ result }) => result ?? []));
  const often = all.filter((f) => f.family === worst?.family).reduce((sum, f) => sum + f.count, 0);
  const cases = nextFor(worst?.family ?? null, often);
  return {
    results: run,
    figures,
    spread: spreadOf(countedSeats(seats).map(({ result }) => result.score)),
    teach: debrief.picks.map((pick) => {
      const card = cards.get(pick.code);
      const [drill] = nextFor(pick.family, 0);
      const { customer, reply, instead } = pick.poor;
      return {
        title: pick.title,
        why: howOften(pick),
        how: `${pick.advice}${card === undefined ? '' : `对着卡片「${card}」讲。`}${drill === undefined ? '' : `练「${title(drill.scenario)}」。`}`,
        seats: pick.seats,
        ...{ customer, reply, instead },
        better: betterOf(pick),
      };
    }),
    cases: cases.map(({ scenario, why }) => ({ scenario, title: title(scenario), why })),
    help: needsWord(seats),
    well: didWell(seats),
    brought: broughtAlong(seats),
  };
}

/** 32 人里 18 人出现，共 25 次，平均每人丢 7.2 分: of those who had it. */
function howOften({ seats, of, count, marks }: Debrief['picks'][number]): string {
  const perSeat = mean([marks / Math.max(1, seats)]) ?? 0;
  const lost = perSeat > 0 ? `，${seats > 1 ? '这些人平均每人' : ''}丢 ${perSeat} 分` : '';
  return `${of} 人里 ${seats} 人出现，共 ${count} 次${lost}`;
}

function betterOf({ family, good, poor }: Debrief['picks'][number]): ClassReport['teach'][number]['better'] {
  if (good !== null) return { by: 'classmate', text: good.reply };
  if (poor.better === null) return null;
  return { by: family === 'operation' ? 'action' : 'wording', text: poor.better };
}

function spreadOf(scores: readonly number[]): number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const score of scores) {
    const bin = Math.min(BINS - 1, Math.floor(score / BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** Red lines, then customers lost, then the rest; each says what happened, not how good anybody is. */
function needsWord(seats: readonly SeatResult[]): NamedSeats {
  const all = seats
    .flatMap((seat) => {
      const reasons = seat.joined ? reasonsOf(seat) : [{ weight: 2, text: '没有进来' }];
      const weight = Math.max(0, ...reasons.map((r) => r.weight));
      return reasons.length === 0 ? [] : [{ seat, weight, why: reasons.map((r) => r.text).join('；') }];
    })
    .toSorted((a, b) => b.weight - a.weight || (a.seat.result?.score ?? 0) - (b.seat.result?.score ?? 0));
  const red = all.filter(({ weight }) => weight === RED).length;
  return named(
    all.map(({ seat, why }) => ({ ...seat, why })),
    Math.max(MOST_PEOPLE, red + OTHERS),
  );
}

const named = (all: readonly NamedSeats['seats'][number][], most: number): NamedSeats => ({
  seats: all.slice(0, most).map(({ name, no, why }) => ({ name, no, why })),
  more: Math.max(0, all.length - most),
});

const RED = 5;

type Reason = { weight: number; text: string };

function reasonsOf({ result, lateMs, notes }: SeatResult): Reason[] {
  if (result === null) return [{ weight: 1, text: notes[0] ?? '没有结果' }];
  const many = (code: string): number => result.faults.find((f) => f.code === code)?.count ?? 0;
  const red = result.faults.filter(isRedLine);
  const silent = result.figures.traineeMessages === 0 && result.came > 0;
  const left = many('customer-left');
  const alone = many('walked-out');
  return [
    ...(red.length > 0
      ? [{ weight: RED, text: `碰了红线：${red.map((f) => f.title.replace(/^红线：/, '')).join('、')}` }]
      : []),
    ...(silent ? [{ weight: 4, text: '整场没有回一句' }] : []),
    ...(left > 0 && !silent ? [{ weight: 3, text: `${left} 位客户等走了` }] : []),
    ...(alone > 0 && !silent ? [{ weight: 3, text: `${alone} 位客户后来没有人回` }] : []),
    ...(many('ended-early') > 0 ? [{ weight: 3, text: '客户的事没办完就结束了' }] : []),
    ...(lateMs > TOLERATED_MS ? [{ weight: 1, text: `迟到 ${lasting(lateMs)}` }] : []),
  ];
}

/** Whose words were pasted or came faster than a hand types, most of them first: told, not judged. */
function broughtAlong(seats: readonly SeatResult[]): NamedSeats {
  const all = seats.flatMap(({ name, no, result }) => {
    const { pasted = 0, fast = 0 } = result?.brought ?? {};
    const why = [...(pasted > 0 ? [`粘贴 ${pasted} 条`] : []), ...(fast > 0 ? [`快过手打 ${fast} 条`] : [])].join('，');
    return why === '' ? [] : [{ name, no, why, many: pasted + fast }];
  });
  return named(
    all.toSorted((a, b) => b.many - a.many),
    MOST_PEOPLE,
  );
}

/** The best that can be compared, each with what was good. */
function didWell(seats: readonly SeatResult[]): NamedSeats {
  const all = countedSeats(seats)
    .filter(({ result }) => result.grade !== 'fail')
    .toSorted((a, b) => b.result.score - a.result.score)
    .map(({ name, no, result, attempts }) => ({ name, no, why: praise(result, attempts) }));
  return named(all, MOST_PEOPLE);
}

function praise(result: DrillResult, attempts: SeatResult['attempts']): string {
  const first = attempts.find((one) => one.score !== null)?.score ?? null;
  const better = first === null ? 0 : Math.round(result.score - first);
  const offered = result.dimensions.filter((d) => d.marks !== null && d.weight > 0);
  const whole = offered.filter((d) => (d.marks ?? 0) >= d.weight);
  const some = whole.length > MOST_NAMED ? `${whole.length} 项` : whole.map((d) => d.name).join('、');
  const names = whole.length === offered.length ? '各项' : some;
  const { firstResponseS } = result.figures;
  return [
    `${result.score} 分`,
    ...(better > 0 ? [`比第一次多 ${better} 分`] : []),
    ...(firstResponseS === null ? [] : [`首次响应 ${Math.round(firstResponseS)} 秒`]),
    ...(whole.length > 0 ? [`${names}满分`] : []),
  ].join('，');
}
