/** What the three sides of a term judge by: what ships, and a term's own in its place (RULES R1). */
import type { ShownSideIndicator, SideIndicator, SideRules, SidesState } from '#contract/terms/sides.ts';
import { SIDES_STATES } from '#contract/terms/sides.ts';
import { say } from '#i18n/say.ts';
import type { EvaluationKind } from '#storage/evaluation.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'evaluation'> };

const SHIPPED = ['response', 'answers', 'manner', 'handling', 'teamwork', 'learning'] as const;
type Shipped = (typeof SHIPPED)[number];
const SOURCE_OF = {
  response: 'responses',
  answers: 'wrong',
  manner: 'impatience',
  handling: 'missed',
  teamwork: 'team',
  learning: 'progress',
} as const satisfies Record<Shipped, SideIndicator['source']>;

export const DEFAULT_SIDES: SideRules = {
  indicators: SHIPPED.map((id) => ({ id, name: null, low: null, middle: null, high: null, source: SOURCE_OF[id] })),
};

const isShipped = (id: string): id is Shipped => SHIPPED.some((one) => one === id);
const PARTS = ['name', 'low', 'middle', 'high'] as const;

/** With every text in the reader's language; a name that nobody gave and that doesn't ship is its id. */
export const shownIndicators = ({ indicators }: SideRules): ShownSideIndicator[] =>
  indicators.map(({ id, source, ...own }) => {
    const text = (part: (typeof PARTS)[number]): string =>
      own[part] ?? (isShipped(id) ? say(`sides-said:${id}.${part}`) : part === 'name' ? id : '');
    return {
      ...{ id, source, own },
      ...{ name: text('name'), low: text('low'), middle: text('middle'), high: text('high') },
      formula: source === 'none' ? null : say(`sides-said:formula.${source}`),
    };
  });

/** A term's own, or what ships. `version` 0: nobody has changed them. */
export const sideRulesOf = async (
  { storage }: Needs,
  term: string,
): Promise<{ version: number; own: boolean; rules: SideRules }> => {
  const { version, body } = await storage.evaluation.rules(term, 'sides');
  return { version, own: body !== null, rules: body === null ? DEFAULT_SIDES : (body as SideRules) };
};

/** The last step on record; before any the term is going. */
export const stateOf = async ({ storage }: Needs, term: string, kind: EvaluationKind): Promise<SidesState> => {
  const last = (await storage.evaluation.steps(term, kind)).at(-1)?.step;
  return SIDES_STATES.find((state) => state === last) ?? 'going';
};
