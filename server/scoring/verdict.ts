/** Two sentences: what was good, and what cost most, both with their figures (DESIGN-LANGUAGE, Words). */
import type { Measure, Report, ReportFinding } from '#contract/report.ts';
import { countedFaults } from './fault-words.ts';
import { allPromptly } from './first-words.ts';
import type { Scorecard } from './scorecard.ts';
import type { Seen } from './seen.ts';
import { secondsThen } from './words.ts';

/** What the two sentences are made of. `dimensions`: with their losses, as the report shows them. */
type Told = {
  seens: readonly Seen[];
  card: Scorecard;
  findings: readonly ReportFinding[];
  measures: readonly Measure[];
  first: Report['first'];
  dimensions: Report['dimensions'];
};

export function verdictOf(told: Told): string {
  const { card } = told;
  const good = goodPart(told);
  const bad = badPart(told);
  if (bad === null && card.range[0] < card.score) return `${good}。没有已经定下来的丢分，待核的判了再看。`;
  if (bad === null) return `${good}。没有丢分的地方，可以去练更难的。`;
  return `${good}。${bad}。`;
}

/** 「问完 0 秒就答到了」 praises nobody. */
const WORTH_SAYING_S = 3;

const endedEarly = (findings: readonly ReportFinding[]): boolean => findings.some((f) => f.code === 'ended-early');

function goodPart({ seens, findings, measures }: Told): string {
  const parts: string[] = [];
  const first = measures.find((m) => m.id === 'first-effective');
  const firsts = seens.flatMap((s) => s.firsts).filter((f) => f.grade !== 'void' && f.grade !== 'interrupted');
  const fast = firsts.length > 0 && firsts.every((f) => f.grade === 'excellent' && !f.unsure);
  const praise = fast ? allPromptly(firsts) : null;
  if (praise !== null && typeof first?.value === 'number' && first.value >= WORTH_SAYING_S)
    parts.push(`问完 ${secondsThen(first.value, praise)}`);
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
  const said = seens.reduce((sum, s) => sum + s.c.spoke.length, 0);
  if (said === 0) return '这一场你没有说话';
  const rounds = seens.flatMap((s) => s.rounds).filter((r) => r.grade !== 'void');
  const replied = rounds.filter((r) => r.to !== null).length;
  if (rounds.length > 0 && replied === rounds.length) return `${rounds.length} 轮都回了`;
  const clean = findings.every((f) => f.family !== 'wrong' && !f.code.startsWith('red-line:'));
  if (clean) return '没有碰红线，也没有乱许';
  return rounds.length > 0 ? `${rounds.length} 轮回了 ${replied} 轮` : `你说了 ${said} 句`;
}

function badPart({ seens, card, findings, first, dimensions }: Told): string | null {
  // What caps the total is said even where other faults in the same words hold its marks.
  const red = findings.find((f) => f.code === card.cappedBy && !f.unsure);
  if (red) {
    const capped = card.capCosts > 0 ? `，总分封顶 ${seens[0]?.rubric.cap ?? card.score}` : '';
    if (red.quoteAt === null) return `但${red.quote}${capped}`;
    return `但「${red.quote}」是${red.title.split('：').slice(0, 2).join('：')}${capped}`;
  }
  const [most, ...others] = familiesOf(findings, first?.family);
  // What a fault lies behind is that fault's: only what has none can cost most by itself.
  const loose = dimensions.flatMap((d) => d.lost).filter((l) => l.finding === null);
  const dearest = loose.toSorted((x, y) => y.marks - x.marks)[0];
  if (dearest && (!most || dearest.marks > most.marks))
    return `${most || loose.length > 1 ? '丢分最多的是' : '丢的分在'}「${inner(dearest.text)}」（−${dearest.marks}）`;
  if (!most) return null;
  const chosen = others.find(({ family }) => family === first?.family);
  return `丢分最多的是 ${countedFaults(most.own)}（−${most.marks}），${example(seens, most.own)}${chosen ? becauseOften(chosen) : ''}`;
}

type Family = { family: string; own: ReportFinding[]; marks: number };

/** Families that cost marks, dearest first, and so are the faults of each; of two that cost the same, `first` is first. */
function familiesOf(findings: readonly ReportFinding[], first: string | undefined): Family[] {
  const faults = findings
    .filter((f) => f.severity !== 'merit' && !f.unsure && f.marks > 0)
    .toSorted((a, b) => b.marks - a.marks);
  return [...new Set(faults.map((f) => f.family))]
    .map((family) => ({ family, own: faults.filter((f) => f.family === family) }))
    .map((f) => ({ ...f, marks: Math.round(f.own.reduce((sum, x) => sum + x.marks, 0) * 10) / 10 }))
    .sort((a, b) => b.marks - a.marks || Number(b.family === first) - Number(a.family === first));
}

function example(seens: readonly Seen[], own: readonly ReportFinding[]): string {
  const [worst] = own;
  if (worst === undefined) return '';
  const name = seens.find((s) => s.c.key === worst.conversation)?.facts.scenario.customer.name ?? '';
  if (worst.quoteAt !== null) return `最重的是对${name}说的「${shortened(worst.quote)}」`;
  if (worst.seconds === null) return `最重的在${name}那边：${worst.quote}`;
  return `${name}那边${/^\d/.test(worst.quote) ? ' ' : ''}${worst.quote}`;
}

/** What is done again and again goes before what cost more once (RULES M5): else the two would read as a contradiction. */
const becauseOften = ({ own, marks }: Family): string => `；${countedFaults(own)}（−${marks}），不止一回，先改这个`;

/** Quotes within quotes are 『』. */
const inner = (text: string): string => text.replaceAll('「', '『').replaceAll('」', '』');

/** Long phrases are named by their beginning here; the finding itself quotes them whole. */
const shortened = (quote: string): string => (quote.length <= 24 ? quote : `${quote.slice(0, 22)}…`);
