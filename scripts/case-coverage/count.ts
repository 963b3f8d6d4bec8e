/** What the cases of a library exercise, counted from their files and testplans alone, so that no list can be out of date. */
import { OUTCOMES, WINDOW_KINDS } from '#engine/model/content.ts';
import { RED_LINES } from '#language/terms/verdicts.ts';
import { picturesOf } from '#library/checks/shop/pictures.ts';
import { obstacleOf, redLinesCrossed } from '#library/checks/tags.ts';
import type { Library } from '#library/load.ts';
import { type AuthoredScenario, OBSTACLES } from '#library/schema/scenario.ts';
import type { AuthoredTestplan } from '#library/schema/testplan.ts';
import { beatsOf, needsOf, pointsOf } from '#library/view/case-view.ts';

export type CountedCase = {
  id: string;
  type: string;
  level: number;
  shop: string;
  title: string;
  persona: string;
  minutes: number;
  dilemma: string | null;
  /** Per kind of row, the ids that this case exercises. */
  has: Readonly<Record<RowKind, readonly string[]>>;
};
/** The kinds of row; each is one table of the page. */
export const ROW_KINDS = [
  'law',
  'red',
  'window',
  'action',
  'forbidden',
  'obstacle',
  'persona',
  'outcome',
  'picture',
  'more',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Further things a case may exercise, each a rule of the format. */
export const MORE = ['unknown', 'bot', 'regular', 'later', 'recalls', 'place', 'incident', 'several-orders'] as const;

export type Coverage = {
  cases: readonly CountedCase[];
  /** Every row there could be, in its own order, with what it is called. */
  rows: Readonly<Record<RowKind, readonly { id: string; name: string }[]>>;
  types: Library['types'];
  shops: readonly { id: string; name: string }[];
};

/** Counts a library's readable cases, in the order of their ids. */
export const coverageOf = (library: Library): Coverage => {
  const cases = library.files.cases
    .flatMap(({ scenario, testplan }) => (scenario.value ? [countCase(scenario.value, testplan?.value ?? null)] : []))
    .sort((a, b) => a.level - b.level || a.id.localeCompare(b.id, 'en'));
  const plain = (ids: readonly string[]) => ids.map((id) => ({ id, name: '' }));
  const used = (kind: RowKind) => [...new Set(cases.flatMap(({ has }) => has[kind]))].sort();
  return {
    cases,
    types: library.types,
    shops: [...library.shops.values()].map(({ id, name }) => ({ id, name })).sort(byId),
    rows: {
      law: (library.files.law.value ?? []).map(({ id, name }) => ({ id, name })),
      red: RED_LINES.map((id) => ({ id, name: titleOf(library, `red-line:${id}`) })),
      window: plain(WINDOW_KINDS),
      action: library.actions.map(({ id, title }) => ({ id, name: title })),
      forbidden: library.actions.map(({ id, title }) => ({ id, name: title })),
      obstacle: plain(OBSTACLES),
      persona: [...library.personas.values()].map(({ id, name }) => ({ id, name })).sort(byId),
      outcome: plain(OUTCOMES),
      picture: plain(used('picture')),
      more: plain(MORE),
    },
  };
};

/** The cases that hold a row. */
export const casesWith = ({ cases }: Coverage, kind: RowKind, id: string): CountedCase[] => {
  return cases.filter(({ has }) => has[kind].includes(id));
};

const countCase = (authored: AuthoredScenario, testplan: AuthoredTestplan | null): CountedCase => {
  const obstacle = obstacleOf(authored);
  return {
    id: authored.id,
    type: authored.type,
    level: authored.level,
    shop: authored.shop,
    title: authored.title,
    persona: authored.customer.persona,
    minutes: authored.minutes,
    dilemma: authored.tags?.dilemma ?? null,
    has: {
      law: authored.tags?.law ?? [],
      red: redLinesCrossed(testplan),
      window: windowsOf(authored, testplan),
      action: actionsOf(authored),
      forbidden: distinct((authored.forbids ?? []).flatMap(({ do: action }) => action ?? [])),
      obstacle: obstacle ? [obstacle] : [],
      persona: [authored.customer.persona],
      outcome: distinct(Object.values(authored.endings).map(({ outcome }) => outcome)),
      picture: distinct(picturesOf(authored).map(({ id }) => id)),
      more: moreOf(authored),
    },
  };
};

/**
 * The windows that the author opens, and two that open by themselves if the case shows them: 道别 if an ending says what
 * a good goodbye is, 返回 if a trainee of the testplan holds the customer and forgets to come back.
 */
const windowsOf = (authored: AuthoredScenario, testplan: AuthoredTestplan | null): string[] => {
  const opened = beatsOf(authored).flatMap(({ beat }) => {
    const window = beat.window ?? beat.quiet?.window;
    return window ? [window.kind as string] : [];
  });
  const hasGoodbye = Object.values(authored.endings).some(({ model }) => model !== undefined);
  const isHeldOpen = Object.values(testplan ?? {}).some(({ expect }) => expect.findings?.includes('no-return'));
  return distinct([...opened, ...(hasGoodbye ? ['goodbye'] : []), ...(isHeldOpen ? ['return'] : [])]);
};

/** Actions the case asks for: needs, duties, and what takes up a window. */
const actionsOf = (authored: AuthoredScenario): string[] => {
  const needs = needsOf(authored).flatMap(({ need }) => (need.do === undefined ? [] : [need.do]));
  const windows = beatsOf(authored).flatMap(({ beat }) => (beat.window ?? beat.quiet?.window)?.do ?? []);
  return distinct([...needs, ...windows]);
};

const moreOf = (authored: AuthoredScenario): string[] => {
  const holds: Record<(typeof MORE)[number], boolean> = {
    unknown: pointsOf(authored).some(({ point }) => point.unknown === true),
    bot: (authored.before ?? []).some(({ by }) => by === 'bot'),
    regular: authored.customer.regular === true,
    later: Object.values(authored.endings).some(({ later }) => later !== undefined),
    recalls: authored.beats.some(({ recalls }) => recalls !== undefined),
    place: authored.place !== undefined || authored.beats.some(({ place }) => place !== undefined),
    incident: authored.incident !== undefined,
    'several-orders': (authored.orders ?? []).length > 1,
  };
  return MORE.filter((feature) => holds[feature]);
};

/** A red line as reports call it, without the word they begin with. */
const titleOf = (library: Library, code: string): string => {
  const title = library.rubrics[0]?.findings.find((finding) => finding.code === code)?.title ?? '';
  return title.replace(/^红线：/, '');
};

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id, 'en');

const distinct = (ids: readonly string[]): string[] => {
  return [...new Set(ids)];
};
