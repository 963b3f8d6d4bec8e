/**
 * Which of the four causes of slow replies the times point at (docs/trade.md §2: ① 工作平台和快捷话术不熟悉 ② 产品不熟悉、
 * 临时找答案 ③ 紧张、怕出错、犹豫 ④ 对响应时间没有概念). Only rounds over the pass line are looked at. Where the lines of the
 * rubric aren't reached, none is named and the sentence says why.
 */
import type { Anatomy, AnatomyRound, SegmentKind } from '#contract/anatomy.ts';
import type { AnatomyThresholds } from '#engine/model/rubric.ts';
import { secondsText, secondsThen } from '#scoring/log/phrasing.ts';

type CauseId = NonNullable<Anatomy['cause']>['id'];
type Told = Pick<Anatomy, 'cause' | 'evidence'>;
/** Seconds of the slow rounds that speak for a cause, and the rounds they come from. */
type Trace = { id: CauseId; seconds: number; rounds: AnatomyRound[] };

const TITLES: Readonly<Record<CauseId, string>> = {
  tool: '平台和短语不熟',
  product: '商品和规则不熟',
  nerves: '紧张、犹豫',
  clock: '没有时间概念',
};

export function causeOf(rounds: readonly AnatomyRound[], lines: AnatomyThresholds | null): Told {
  const withTimes = rounds.filter((r) => r.segments.some((s) => s.kind !== 'untimed'));
  // A round across a long stop is outside the figures (RULES C4).
  const timed = withTimes.filter((r) => r.grade !== 'interrupted');
  const slow = timed.filter((r) => r.grade === 'weak' || r.grade === 'fail');
  if (rounds.length === 0) return none('没有回过一次，没有时间可看。');
  if (withTimes.length === 0) return none(`回过的 ${rounds.length} 次都没有计时，看不出时间花在哪。`);
  if (timed.length === 0) return none(`有计时的 ${withTimes.length} 次都跨过暂停，不算数，说不出慢的原因。`);
  if (lines === null) return none('这一场用的评分标准没有定判断原因的线，只列时间。');
  if (timed.length < lines.fewestRounds)
    return none(`有计时的只有 ${timed.length} 次，不到 ${lines.fewestRounds} 次，说不出慢的原因。`);
  if (slow.length === 0) return none(`有计时的 ${timed.length} 次都在及格线以内，不用找慢的原因。`);
  if (slow.length < lines.fewestSlow)
    return none(`有计时的 ${timed.length} 次里，超过及格线的只有 ${slow.length} 次，说不出慢的原因。`);
  const traces = tracesOf(slow, lines).toSorted((a, b) => b.seconds - a.seconds);
  return told(slow, traces, lines);
}

/** What others' turns took is no time of this customer's reply: it is left out of the whole. */
function told(slow: readonly AnatomyRound[], [first, second]: readonly Trace[], lines: AnatomyThresholds): Told {
  const all = sumOf(slow, (r) => r.seconds);
  const busy = sumOf(slow, (r) => partOf(r, 'unseen') - r.aloneSeconds);
  const total = all - busy;
  const of = `超过及格线的 ${slow.length} 次里，`;
  if (busy / all > lines.busyShare)
    return none(
      `${of}${secondsThen(busy, '是还没打开、别的客户也在等')}，占等待的 ${percent(busy, all)}。这是顾不过来，不算四种原因里的哪一种。`,
    );
  if (!first || first.seconds / total < lines.share)
    return none(`${of}${longestPart(slow, total, lines)}，说不出主要是哪一种。`);
  if (first.rounds.length < lines.fewestSlow)
    return none(`${of}「${TITLES[first.id]}」只在 ${first.rounds.length} 次里看得到，说不出是不是常这样。`);
  if (second && (first.seconds - second.seconds) / total < lines.ahead)
    return none(
      `${of}「${TITLES[first.id]}」占等待的 ${percent(first.seconds, total)}，「${TITLES[second.id]}」占 ${percent(second.seconds, total)}，差不多，说不出主要是哪一种。`,
    );
  const without = busy < 1 ? '' : `（还没打开、别的客户也在等的 ${secondsThen(busy, '不算')}）`;
  const what = `共 ${secondsText(first.seconds)}，占等待的 ${percent(first.seconds, total)}${without}`;
  return {
    cause: { id: first.id, title: TITLES[first.id] },
    evidence: `${of}${WORDS[first.id](first, what, lines)}。`,
  };
}

const PARTS: readonly { kind: SegmentKind; name: string }[] = [
  { kind: 'thought', name: '想' },
  { kind: 'looked-up', name: '查资料' },
  { kind: 'typed', name: '打字' },
];

/** Most of the time may go to what is slow by no threshold of the rubric: it is named, for the table beside it shows it. */
function longestPart(slow: readonly AnatomyRound[], total: number, { share }: AnatomyThresholds): string {
  const parts = PARTS.map(({ kind, name }) => ({ name, seconds: sumOf(slow, (r) => partOf(r, kind)) }));
  const [longest] = parts.toSorted((a, b) => b.seconds - a.seconds);
  return longest === undefined || longest.seconds / total < share
    ? `没有哪一种原因占到等待的 ${percent(share, 1)}`
    : `${longest.name}占等待的 ${percent(longest.seconds, total)}，够不上哪一种原因的线`;
}

const none = (evidence: string): Told => ({ cause: null, evidence });
const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

/** Seconds of one kind in a round. */
const partOf = (round: AnatomyRound, kind: SegmentKind): number =>
  round.segments.filter((s) => s.kind === kind).reduce((sum, s) => sum + s.seconds, 0);

const sumOf = (rounds: readonly AnatomyRound[], of: (round: AnatomyRound) => number): number =>
  rounds.reduce((sum, r) => sum + of(r), 0);

function tracesOf(slow: readonly AnatomyRound[], lines: AnatomyThresholds): Trace[] {
  const trace = (id: CauseId, secondsOf: (round: AnatomyRound) => number): Trace => {
    const rounds = slow.filter((r) => secondsOf(r) > 0);
    return { id, rounds, seconds: sumOf(rounds, secondsOf) };
  };
  const from = (seconds: number, least: number): number => (seconds >= least ? seconds : 0);
  return [
    trace('clock', (r) => from(r.aloneSeconds, lines.unseenS)),
    trace('product', (r) => from(partOf(r, 'looked-up'), lines.lookUpS)),
    trace('nerves', (r) => (hesitates(r, lines) ? partOf(r, 'thought') + (deletesMuch(r, lines) ? keys(r) : 0) : 0)),
    trace('tool', (r) => {
      const clumsy = huntsPhrase(r, lines) || typesSlowly(r, lines) || deletesMuch(r, lines);
      // Deleting after long thought is hesitation; its seconds count once.
      return clumsy && !(hesitates(r, lines) && deletesMuch(r, lines)) ? keys(r) : 0;
    }),
  ];
}

const keys = (r: AnatomyRound): number => partOf(r, 'typed');

/** Long thought with nothing looked up. Without a key it can't be told from looking for a quick reply with the mouse. */
const hesitates = (r: AnatomyRound, lines: AnatomyThresholds): boolean =>
  partOf(r, 'thought') >= lines.thinkS && r.cards.length === 0 && partOf(r, 'looked-up') === 0 && keys(r) > 0;

const deletesMuch = (r: AnatomyRound, lines: AnatomyThresholds): boolean =>
  (r.typed ?? 0) >= lines.fewestCharacters && (r.deleted ?? 0) / Math.max(1, r.typed ?? 0) >= lines.deletedShare;

const huntsPhrase = (r: AnatomyRound, lines: AnatomyThresholds): boolean =>
  r.how === 'quick-reply' && keys(r) >= lines.phraseS;

/** A quick reply is chosen and pasted words are brought along: neither says how fast somebody types. */
const typesSlowly = (r: AnatomyRound, lines: AnatomyThresholds): boolean =>
  r.how === 'typed' &&
  (r.typed ?? 0) >= lines.fewestCharacters &&
  keys(r) > 0 &&
  (60 * (r.typed ?? 0)) / keys(r) < lines.charactersPerMinute;

const WORDS: Readonly<Record<CauseId, (trace: Trace, what: string, lines: AnatomyThresholds) => string>> = {
  clock: ({ rounds }, what) => `${rounds.length} 次没有别的客户在等，还是晚打开，${what}`,
  product: ({ rounds }, what) => `${rounds.length} 次先查了资料，${what}${mostOpened(rounds)}`,
  nerves: ({ rounds }, what, lines) =>
    `${rounds.length} 次看到了、没有查什么，${thinkText(rounds)}才动手，${what}${deletedText(rounds.filter((r) => deletesMuch(r, lines)))}`,
  tool: ({ rounds }, what, lines) => {
    const hunts = rounds.filter((r) => huntsPhrase(r, lines));
    const slowly = rounds.filter((r) => typesSlowly(r, lines));
    const perMinute = Math.round((60 * sumOf(slowly, (r) => r.typed ?? 0)) / Math.max(1, sumOf(slowly, keys)));
    return [
      `${rounds.length} 次慢在动手之后，${what}`,
      hunts.length === 0 ? '' : `；${hunts.length} 次用短语，从第一个键到发出共 ${secondsText(sumOf(hunts, keys))}`,
      slowly.length === 0 ? '' : `；${slowly.length} 次打字每分钟 ${perMinute} 字`,
      deletedText(rounds.filter((r) => deletesMuch(r, lines))),
    ].join('');
  },
};

/** The mean thought of a round. */
const thinkText = (rounds: readonly AnatomyRound[]): string =>
  `平均过了 ${secondsThen(sumOf(rounds, (r) => partOf(r, 'thought')) / rounds.length, '')}`;

const deletedText = (rounds: readonly AnatomyRound[]): string =>
  rounds.length === 0
    ? ''
    : `；${rounds.length} 次打了 ${sumOf(rounds, (r) => r.typed ?? 0)} 字又删 ${sumOf(rounds, (r) => r.deleted ?? 0)} 字`;

/** The card opened most, when it was opened more than once. */
function mostOpened(rounds: readonly AnatomyRound[]): string {
  const counts = new Map<string, number>();
  for (const { title } of rounds.flatMap((r) => r.cards)) counts.set(title, (counts.get(title) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most === undefined || most[1] < 2 ? '' : `；「${most[0]}」翻了 ${most[1]} 次`;
}
