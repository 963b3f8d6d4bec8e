/** Two sentences: what was good, and what cost most, both with their figures (DESIGN-LANGUAGE, Words). */
import type { Measure, ReportFinding } from '#contract/report.ts';
import { timesOf } from './first-change.ts';
import type { Scorecard } from './scorecard.ts';
import type { Seen } from './seen.ts';
import { secondsThen } from './words.ts';

export function verdictOf(
  seens: readonly Seen[],
  card: Scorecard,
  findings: readonly ReportFinding[],
  measures: readonly Measure[],
): string {
  const good = goodPart(seens, findings, measures);
  const bad = badPart(seens, card, findings);
  if (bad === null && card.range[0] < card.score) return `${good}。没有已经定下来的丢分，待核的判了再看。`;
  if (bad === null) return `${good}。没有丢分的地方，可以去练更难的。`;
  return `${good}。${bad}。`;
}

/** 「问完 0 秒你就答到了」 praises nobody. */
const WORTH_SAYING_S = 3;

const endedEarly = (findings: readonly ReportFinding[]): boolean => findings.some((f) => f.code === 'ended-early');

function goodPart(seens: readonly Seen[], findings: readonly ReportFinding[], measures: readonly Measure[]): string {
  const parts: string[] = [];
  const first = measures.find((m) => m.id === 'first-effective');
  const firsts = seens.flatMap((s) => s.firsts).filter((f) => f.grade !== 'void' && f.grade !== 'interrupted');
  const fast = firsts.length > 0 && firsts.every((f) => f.grade === 'excellent' && !f.unsure);
  if (fast && typeof first?.value === 'number' && first.value >= WORTH_SAYING_S)
    parts.push(`问完 ${secondsThen(first.value, '你就答到了')}`);
  const musts = seens.flatMap((s) => s.points).filter((p) => p.point.must);
  const covered = musts.filter((p) => p.state === 'covered').length;
  if (musts.length > 0 && covered > 0 && covered / musts.length >= 0.5)
    parts.push(`${endedEarly(findings) ? '问到的 ' : ''}${musts.length} 个要点说对 ${covered} 个`);
  const happy = seens.filter((s) => (s.c.endings.at(-1)?.rating ?? 0) >= 4);
  const named = happy[0];
  if (named)
    parts.push(
      happy.length === 1
        ? `${named.facts.scenario.customer.name}最后打了 ${named.c.endings.at(-1)?.rating} 分`
        : `${happy.length} 位客户打了 4 分以上`,
    );
  if (parts.length < 2) {
    const merit = findings.find((f) => f.severity === 'merit' && f.code !== 'merit:fast-first');
    if (merit) parts.push(`${merit.title}`);
  }
  if (parts.length > 0) return parts.slice(0, 2).join('，');
  const spoke = seens.some((s) => s.c.spoke.length > 0);
  if (!spoke) return '这一场你没有说话';
  const rounds = seens.flatMap((s) => s.rounds).filter((r) => r.grade !== 'void');
  if (rounds.length > 0 && rounds.every((r) => r.to !== null)) return `${rounds.length} 轮都回了`;
  const clean = findings.every((f) => f.family !== 'wrong' && !f.code.startsWith('red-line:'));
  return clean ? '没有碰红线，也没有乱许' : '你一直在回';
}

const COUNTED: Readonly<Record<string, string>> = {
  late: '次回晚了或没回',
  'quick-replies': '次短语用错',
  'not-valuing': '个时机没接',
  evading: '次没有答到问题',
  wrong: '处答错',
  operation: '处操作不对',
  manner: '处态度问题',
};

function badPart(seens: readonly Seen[], card: Scorecard, findings: readonly ReportFinding[]): string | null {
  const faults = findings.filter((f) => f.severity !== 'merit' && !f.unsure && f.marks > 0);
  // What caps the total is said even where other faults in the same words hold its marks.
  const red = findings.find((f) => f.code === card.cappedBy && !f.unsure);
  if (red && red.quoteAt === null) return `但${red.quote}，总分封顶 ${seens[0]?.rubric.cap ?? card.score}`;
  if (red)
    return `但「${red.quote}」是${red.title.split('：').slice(0, 2).join('：')}，总分封顶 ${seens[0]?.rubric.cap ?? card.score}`;
  const families = [...new Set(faults.map((f) => f.family))]
    .map((family) => ({ family, own: faults.filter((f) => f.family === family) }))
    .map((f) => ({ ...f, marks: f.own.reduce((sum, x) => sum + x.marks, 0) }))
    .sort((a, b) => b.marks - a.marks);
  const most = families[0];
  if (!most) {
    const lost = card.dimensions.flatMap((d) => d.lost)[0];
    return lost ? `丢的分在「${inner(lost.text)}」（−${lost.marks}）` : null;
  }
  const worst = most.own.toSorted((a, b) => b.marks - a.marks)[0];
  const name = seens.find((s) => s.c.key === worst?.conversation)?.facts.scenario.customer.name ?? '';
  const marks = Math.round(most.marks * 10) / 10;
  const example =
    worst === undefined
      ? ''
      : worst.seconds !== null && worst.quoteAt === null
        ? `${name}那边${/^\d/.test(worst.quote) ? ' ' : ''}${worst.quote}`
        : worst.quoteAt === null
          ? `最重的在${name}那边：${worst.quote}`
          : `最重的是对${name}说的「${shortened(worst.quote)}」`;
  return `丢分最多的是 ${timesOf(most.own)} ${COUNTED[most.family] ?? '处'}（−${marks}），${example}`;
}

/** Quotes within quotes are 『』. */
const inner = (text: string): string => text.replaceAll('「', '『').replaceAll('」', '』');

/** Long phrases are named by their beginning here; the finding itself quotes them whole. */
const shortened = (quote: string): string => (quote.length <= 24 ? quote : `${quote.slice(0, 22)}…`);
