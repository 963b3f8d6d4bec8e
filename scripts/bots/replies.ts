/** The replies of a simulated trainee: those of a testplan, found by the customer's words alone. */
import type { Scenario } from '#engine/model/content.ts';
import type { Library } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import type { Played } from './variant.ts';

/** From good to hopeless; a class has some of each. */
export const KINDS = [
  'model',
  'second-model',
  'middling',
  'model',
  'middling',
  'poor',
  'paste-happy',
  'silent',
] as const;
export type Kind = (typeof KINDS)[number];

export type Part = Reply['say'][number];
export type Turn = { afterS: number; do: Reply['do']; say: readonly Part[] };

/** A conversation as its trainee sees it: no beats, only lines. */
export type Script = {
  /** The customer said this. */
  heard(text: string): void;
  /** The story is over. */
  over(): void;
  /** What to answer now, or null: nothing more to say. */
  next(): Turn | null;
};

/**
 * Replies for a customer's line that the plan doesn't expect. Good trainees wait for the next line, as their plans do;
 * the others say something.
 */
const FALLBACK: Partial<Record<Kind, string>> = {
  middling: '亲，我看一下',
  poor: '不清楚哦，您看详情页吧',
  'paste-happy': '亲亲，非常抱歉给您带来不便呢，请您耐心等待哦',
};
/** The most replies off the plan: a customer who repeats one line would otherwise be answered for ever. */
const MAX_FALLBACKS = 4;

/** A pattern for a line, with its variables left open. */
const patternOf = (line: string): RegExp =>
  new RegExp(`^${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\{[^}]*\\\}/g, '.{1,20}')}$`, 'u');

const openings = (scenario: Scenario): { beat: string; patterns: RegExp[] }[] =>
  scenario.beats.map(({ id, says }) => ({
    beat: id,
    patterns: (says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [patternOf(bubble.text)] : [])),
  }));

/**
 * The replies of a trainee of this kind to this scenario, by default in its usual variant; a testplan without that trainee
 * gives the middling one.
 */
export const scriptFor = (
  { scenarios, testplans }: Pick<Library, 'scenarios' | 'testplans'>,
  scenarioId: string,
  kind: Kind,
  played: Played = { scenario: scenarios.get(scenarioId), testplan: testplans.get(scenarioId) },
): Script => {
  const { scenario, testplan: plan } = played;
  const replies = kind === 'silent' ? [] : ((plan?.[kind] ?? plan?.middling)?.replies ?? []);
  const beats = scenario === undefined ? [] : openings(scenario);
  const order = beats.map(({ beat }) => beat);
  const used = new Set<number>();
  let beat: string | null = order[0] ?? null;
  let hasEnded = false;
  let fallbacks = 0;

  const find = (fits: (to: string) => boolean): number =>
    replies.findIndex(({ to, repeat }, index) => (repeat || !used.has(index)) && fits(to));
  /** Finds the reply to a beat that begins without words of the customer: only its place in the story tells that it has begun. */
  const silentNext = (): number => {
    const index = beat === null ? -1 : order.indexOf(beat);
    const following = beats[index + 1];
    return following !== undefined && following.patterns.length === 0 ? find((to) => to === following.beat) : -1;
  };

  return {
    heard: (text) => {
      const found = beats.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)));
      if (found !== undefined) beat = found.beat;
    },
    over: () => {
      hasEnded = true;
    },
    next: () => {
      const here = find((to) => (hasEnded ? to === 'end' : to === beat));
      const other = here >= 0 || hasEnded ? here : find((to) => to === 'any');
      const index = other >= 0 || hasEnded ? other : silentNext();
      const reply = replies[index];
      if (reply !== undefined) {
        used.add(index);
        return reply;
      }
      const text = FALLBACK[kind];
      if (hasEnded || text === undefined || fallbacks >= MAX_FALLBACKS) return null;
      fallbacks += 1;
      return { afterS: 10, do: [], say: [{ text }] };
    },
  };
};
