import type { ScenarioCard } from '#contract/bodies.ts';

/** What the library shows, as its address says: it can be reloaded, gone back to and sent to somebody. */
export type Filters = {
  query: string;
  type: string | null;
  level: string | null;
  shop: string | null;
  persona: string | null;
  /** Only cases never done. */
  isNeverDone: boolean;
};

export const CHOICES = ['type', 'level', 'shop', 'persona'] as const;
export type Choice = (typeof CHOICES)[number];
/** As many customers as one desk is opened with. */
export const MAX_TOGETHER = 3;

export const choiceValue = (card: ScenarioCard, choice: Choice): string => String(card[choice]);

/** A value in an old address that no case has any more is ignored: an empty page would look like an empty library. */
export const readFilters = (search: URLSearchParams, cards: readonly ScenarioCard[]): Filters => {
  const knownValue = (choice: Choice): string | null => {
    const value = search.get(choice);
    return cards.some((card) => choiceValue(card, choice) === value) ? value : null;
  };
  return {
    query: search.get('q') ?? '',
    type: knownValue('type'),
    level: knownValue('level'),
    shop: knownValue('shop'),
    persona: knownValue('persona'),
    isNeverDone: search.get('fresh') === '1',
  };
};

/** The address with one thing changed; null takes it out. */
export const withParam = (search: URLSearchParams, name: string, value: string | null): URLSearchParams => {
  const next = new URLSearchParams(search);
  if (value === null || value === '') next.delete(name);
  else next.set(name, value);
  return next;
};

export const withoutFilters = (search: URLSearchParams): URLSearchParams =>
  ['q', 'fresh', ...CHOICES].reduce((next, name) => withParam(next, name, null), search);

/** How many choices are made; the words of the search aside. */
export const activeFilterCount = ({ isNeverDone, ...choices }: Filters): number =>
  CHOICES.filter((choice) => choices[choice] !== null).length + (isNeverDone ? 1 : 0);

export const isFiltered = (filters: Filters): boolean => filters.query.trim() !== '' || activeFilterCount(filters) > 0;

/** Whether every word of the search occurs in the texts shown of the case. */
const matchesQuery = (card: ScenarioCard, query: string): boolean => {
  const searchedText = [card.title, card.trains, card.typeName, card.shopName, card.personaName]
    .join('\n')
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searchedText.includes(word));
};

/** The cases that pass the filters. `ignoredChoice` leaves out one filter, to count what each of its options would show. */
export const matchingCards = (
  cards: readonly ScenarioCard[],
  filters: Filters,
  ignoredChoice: Choice | null = null,
): ScenarioCard[] =>
  cards.filter(
    (card) =>
      CHOICES.every((choice) => {
        const chosenValue = filters[choice];
        return choice === ignoredChoice || chosenValue === null || choiceValue(card, choice) === chosenValue;
      }) &&
      (!filters.isNeverDone || card.done === 0) &&
      matchesQuery(card, filters.query.trim()),
  );

export type FilterOption = { value: string; name: string; count: number };

/** The options of one filter in the library's order (levels by number), each with the number of cases it would show. */
export const filterOptions = (cards: readonly ScenarioCard[], filters: Filters, choice: Choice): FilterOption[] => {
  const options = new Map<string, FilterOption>();
  for (const card of cards) {
    const value = choiceValue(card, choice);
    const name = { type: card.typeName, level: value, shop: card.shopName, persona: card.personaName }[choice];
    options.set(value, options.get(value) ?? { value, name, count: 0 });
  }
  for (const card of matchingCards(cards, filters, choice)) {
    const option = options.get(choiceValue(card, choice));
    if (option !== undefined) option.count += 1;
  }
  const allOptions = [...options.values()];
  return choice === 'level' ? allOptions.toSorted((a, b) => Number(a.value) - Number(b.value)) : allOptions;
};

/** The cases marked to be served together: of one shop, as many as a desk takes. */
export const markedCards = (search: URLSearchParams, cards: readonly ScenarioCard[]): ScenarioCard[] => {
  const ids = [...new Set((search.get('with') ?? '').split(','))];
  const foundCards = ids.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  return foundCards.filter((card) => card.shop === foundCards[0]?.shop).slice(0, MAX_TOGETHER);
};

export const mayMark = (card: ScenarioCard, markedCards: readonly ScenarioCard[]): boolean =>
  markedCards.includes(card) ||
  (card.sealed === null && markedCards.length < MAX_TOGETHER && (markedCards[0]?.shop ?? card.shop) === card.shop);
