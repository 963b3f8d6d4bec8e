/** A play with all that readers judge: the customer's reactions one by one, the report's faults, and its merits. */
import type { Report } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Library } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { type HowPlayed, playedOnce } from './played-once.ts';

/** `customer` is all they said and did until the trainee's next turn; SILENT where they did neither. */
export type Reaction = { at: number; you: string; customer: string };
/** `key` is the same in every replay; `marks`: its cost in the total, 0 for a credit. */
export type Item = { key: string; says: string; marks: number };
export type Replayed = {
  score: number;
  range: readonly [number, number];
  grade: string;
  verdict: string;
  opening: string;
  reactions: readonly Reaction[];
  held: readonly Item[];
  doubted: readonly Item[];
  credits: readonly Item[];
};

export const SILENT = '（没有说话）';

/** Plays `replies` on one case (seed 1 as the players had it) and reads the log and the report. */
export const replayed = (
  library: Library,
  scenario: string,
  replies: readonly Reply[],
  how: HowPlayed = {},
): Replayed => {
  const { events, report } = playedOnce(library, [scenario], replies, how);
  return { ...reactionsIn(events), ...itemsIn(report), ...headIn(report) };
};

const headIn = ({ score, range, grade, verdict }: Report): Pick<Replayed, 'score' | 'range' | 'grade' | 'verdict'> => ({
  score,
  range: [range[0] ?? score, range[1] ?? score],
  grade,
  verdict,
});

const bubbleText = (event: Extract<DrillEvent, { kind: 'customer-said' }>): string => {
  const { bubble } = event;
  if (bubble.kind === 'text') return bubble.text;
  return bubble.kind === 'picture' ? `〔图片 ${bubble.picture}〕` : '〔卡片〕';
};

const theirs = (event: DrillEvent): string | null => {
  if (event.kind === 'customer-said') return bubbleText(event);
  if (event.kind === 'customer-did') return `〔客户操作：${JSON.stringify(event.deed)}〕`;
  if (event.kind === 'story-jumped') return event.text === '' ? null : `〔${event.text}〕`;
  if (event.kind === 'status-changed' && (event.to === 'away' || event.to === 'closed')) return `〔${event.to}〕`;
  return null;
};

const mine = (event: DrillEvent): string | null => {
  if (event.kind === 'trainee-said') return event.text;
  if (event.kind !== 'action-done') return null;
  return `〔点了 ${event.action} ${JSON.stringify(event.with)}${event.result.length === 0 ? '' : ` → ${event.result.join(' ')}`}〕`;
};

const reactionsIn = (events: readonly DrillEvent[]): Pick<Replayed, 'opening' | 'reactions'> => {
  const turns: { at: number; you: string[]; customer: string[]; after: boolean }[] = [];
  const opening: string[] = [];
  let isClosed = false;
  for (const event of events) {
    const said = mine(event);
    const last = turns.at(-1);
    if (said !== null) {
      if (last && last.customer.length === 0) last.you.push(said);
      else turns.push({ at: event.at, you: [said], customer: [], after: isClosed });
    }
    const answer = theirs(event);
    if (answer !== null) (last?.customer ?? opening).push(answer);
    if (event.kind === 'status-changed') isClosed = event.to === 'closed';
  }
  return {
    opening: opening.join(' ⏎ '),
    // A goodbye to a customer who has left needs no reaction.
    reactions: turns
      .filter(({ after, customer }) => !(after && customer.length === 0))
      .map(({ at, you, customer }) => ({ at, you: you.join(' ⏎ '), customer: customer.join(' ⏎ ') || SILENT })),
  };
};

const itemsIn = (report: Report): Pick<Replayed, 'held' | 'doubted' | 'credits'> => {
  const faults = report.findings.filter(({ severity }) => severity !== 'merit');
  const findings = (list: typeof faults): Item[] =>
    list.map(({ key, title, quote, why, marks }) => ({ key, says: `${title}｜引：${quote}｜${why}`, marks }));
  const all = report.dimensions
    .flatMap(({ id, lost }) => lost.map((row) => ({ ...row, id })))
    .filter(({ finding }) => finding === null)
    .map(({ id, text, marks }) => ({ key: `lost:${id}:${text}`, says: text, marks }));
  // A doubt that nobody has ruled on isn't held against the trainee yet.
  const isOpen = (row: Item): boolean => row.says.startsWith('待核 ');
  const rows = all.filter((row) => !isOpen(row));
  return {
    held: [...findings(faults.filter(({ unsure }) => !unsure)), ...rows],
    doubted: [...findings(faults.filter(({ unsure }) => unsure)), ...all.filter(isOpen)],
    credits: findings(report.findings.filter(({ severity }) => severity === 'merit')),
  };
};
