/** The teams of a term as they are being changed on the page. */
import type { Shift, TeamsChange, TermTeams } from '#contract/terms/teams.ts';
import type { TeamShop } from '#contract/terms/term.ts';

export const MOST_TEAMS = 12;
const MOST_AWARD = 1_000_000;
/** Places of which an award is asked for, even where there are fewer teams: 冠军 to 殿军. */
const NAMED_PLACES = 4;

/** `team`: its place among the names; null: none. */
export type DraftPerson = {
  person: string;
  no: string;
  name: string;
  team: number | null;
  leader: boolean;
  shift: Shift | null;
};
/** `shops`: by team, the shop it stands for, null: none. `awards`: as they are typed. `people`: in the roster's order. */
export type TeamsDraft = { names: string[]; shops: (string | null)[]; awards: string[]; people: DraftPerson[] };
/** What keeps a draft from being saved: a key below `draft.fault`. */
export type TeamsFault = 'name' | 'twice' | 'awards';

export const draftOf = ({ teams, roster, awards }: TermTeams): TeamsDraft => {
  return {
    names: teams.map(({ name }) => name),
    shops: teams.map(({ shop }) => shop?.id ?? null),
    awards: Array.from({ length: Math.max(NAMED_PLACES, teams.length, awards.length) }, (_, place) =>
      String(awards[place] ?? 0),
    ),
    people: roster.map((one) => {
      const team = teams.findIndex(({ members }) => members.some(({ person }) => person === one.person));
      const member = teams[team]?.members.find(({ person }) => person === one.person);
      return {
        ...one,
        ...{ team: team === -1 ? null : team, leader: member?.leader ?? false, shift: member?.shift ?? null },
      };
    }),
  };
};

/** Names that are there stay, the others are `newName`'s; people of a team that is gone are in none. */
export const withTeams = (draft: TeamsDraft, count: number, newName: (n: number) => string): TeamsDraft => {
  const names = Array.from({ length: count }, (_, place) => draft.names[place] ?? newName(place + 1));
  return {
    names,
    shops: names.map((_, place) => draft.shops[place] ?? null),
    awards: Array.from({ length: Math.max(draft.awards.length, count) }, (_, place) => draft.awards[place] ?? '0'),
    people: draft.people.map((one) =>
      one.team !== null && one.team >= count ? { ...one, team: null, leader: false } : one,
    ),
  };
};

/** The team's people are in none, those behind it move up. */
export const withoutTeam = (draft: TeamsDraft, gone: number): TeamsDraft => ({
  ...draft,
  names: draft.names.filter((_, place) => place !== gone),
  shops: draft.shops.filter((_, place) => place !== gone),
  people: draft.people.map((one) => {
    if (one.team === null || one.team < gone) return one;
    return one.team === gone ? { ...one, team: null, leader: false } : { ...one, team: one.team - 1 };
  }),
});

/**
 * The team stands for the shop, null: for none. A team that nobody has named, or that was called as its shop, is called as
 * the new one, unless another team is. `unnamed`: what a team is called before anybody names it.
 */
export const withShop = (
  draft: TeamsDraft,
  place: number,
  id: string | null,
  { shops, unnamed }: { shops: readonly TeamShop[]; unnamed: string },
): TeamsDraft => {
  const nameOf = (shop: string | null | undefined) => shops.find((one) => one.id === shop)?.name;
  const [before, next] = [draft.names[place]?.trim() ?? '', nameOf(id) ?? unnamed];
  const isOwn = before !== '' && before !== unnamed && before !== nameOf(draft.shops[place]);
  const isTaken = draft.names.some((name, other) => other !== place && name.trim() === next);
  return {
    ...draft,
    shops: draft.shops.map((shop, other) => (other === place ? id : shop)),
    names: isOwn || isTaken ? draft.names : draft.names.map((name, other) => (other === place ? next : name)),
  };
};

/** Somebody who moves leads no more; who becomes leader takes it over. */
export const withPerson = (draft: TeamsDraft, person: string, over: Partial<DraftPerson>): TeamsDraft => {
  const before = draft.people.find((one) => one.person === person);
  if (before === undefined) return draft;
  const moved = over.team !== undefined && over.team !== before.team;
  const after: DraftPerson = { ...before, ...(moved && { leader: false }), ...over };
  return {
    ...draft,
    people: draft.people.map((one) => {
      if (one.person === person) return after;
      return after.leader && one.team === after.team ? { ...one, leader: false } : one;
    }),
  };
};

/**
 * Everybody in one of the draft's teams: sizes differ by one at most, the first teams are the larger ones. `random` (0 to
 * 1) shuffles; null: in the roster's order.
 */
export const dividedEvenly = (draft: TeamsDraft, random: (() => number) | null): TeamsDraft => {
  const count = draft.names.length;
  const size = draft.people.length;
  if (count === 0) return draft;
  const order = draft.people.map((_, index) => index);
  if (random !== null) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other] ?? other, order[last] ?? last];
    }
  }
  const larger = size % count;
  const base = Math.floor(size / count);
  const sizes = draft.names.map((_, place) => base + (place < larger ? 1 : 0));
  const teams = sizes.flatMap((of, place) => Array.from({ length: of }, () => place));
  const teamOf = new Map(order.map((index, turn) => [index, teams[turn] ?? 0]));
  return {
    ...draft,
    people: draft.people.map((one, index) => ({ ...one, team: teamOf.get(index) ?? 0, leader: false })),
  };
};

/** Whole yuan; null: something else. */
const awardIn = (text: string): number | null => {
  const typed = text.trim();
  if (typed === '') return 0;
  return /^\d{1,7}$/.test(typed) && Number(typed) <= MOST_AWARD ? Number(typed) : null;
};

const isFalling = (awards: readonly (number | null)[]): boolean =>
  awards.every((award, place) => award !== null && award <= (awards[place - 1] ?? award));

export const faultOf = ({ names, awards }: TeamsDraft): TeamsFault | null => {
  const trimmed = names.map((name) => name.trim());
  if (trimmed.some((name) => name === '')) return 'name';
  if (new Set(trimmed).size < trimmed.length) return 'twice';
  return isFalling(awards.map(awardIn)) ? null : 'awards';
};

export const changeOf = ({ names, shops, awards, people }: TeamsDraft, version: number): TeamsChange => ({
  version,
  awards: awards.map((text) => awardIn(text) ?? 0),
  teams: names.map((name, place) => ({
    name: name.trim(),
    ...(typeof shops[place] === 'string' && { shop: shops[place] }),
    members: people
      .filter(({ team }) => team === place)
      .map(({ person, leader, shift }) => ({ person, leader, shift })),
  })),
});

/** The best first, those without a rank last; equal ones as they were saved. */
export const byRank = <T extends { rank: number | null }>({ teams }: { teams: readonly T[] }): T[] =>
  teams.toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
