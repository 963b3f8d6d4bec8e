/** A term's teams: saved all at once, and what their drills came to made anew whenever they are read (RULES L1–L4). */
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { TeamsChange, TermTeams } from '#contract/terms/teams.ts';
import type { TeamShop } from '#contract/terms/term.ts';
import type { ClassMember } from '#storage/people.ts';
import { rulesOf } from './rules.ts';
import { sheetFacts } from './sheet-facts.ts';
import { DEFAULT_AWARDS, personScore, rankTeams, teamResult } from './team-ranking.ts';
import { isPublished, kindOf, runsIn, stateOf, termRow } from './term-items.ts';
import type { ClassTerm } from './terms.ts';

type Needs = ResultsNeeds & { clock: Pick<Clock, 'now'> };

const listed = ({ person, no, name }: ClassMember) => ({ person, no, name });

/** A shop that is gone from the library is named by its id. */
export const teamShop = (shops: readonly TeamShop[], id: string): TeamShop => ({
  id,
  name: shops.find((one) => one.id === id)?.name ?? id,
});

/**
 * Somebody who has left the class is in no team any more; back in it they are in their team again. `shops`: those of the
 * library, for their names.
 */
export const termTeams = async (
  needs: Needs,
  { schoolClass, term, runs }: ClassTerm,
  shops: readonly TeamShop[] = [],
): Promise<TermTeams> => {
  const { storage, clock } = needs;
  const stored = (await storage.teams.teams(term.id)) ?? { version: 0, awards: [...DEFAULT_AWARDS], teams: [] };
  const inTerm = runsIn(term, runs);
  const now = clock.now();
  const factsOf = await sheetFacts(needs, { term, runs }, { isTradeAsked: true });
  const roster = await storage.people.members(schoolClass.id);
  const { indicators } = rulesOf(term);
  const teams = stored.teams.map(({ name, shop, members }) => {
    const there = roster.flatMap((one) => {
      const member = members.find(({ person }) => person === one.person);
      return member === undefined ? [] : [{ ...listed(one), leader: member.leader, shift: member.shift }];
    });
    const result = teamResult(
      indicators,
      there.map(({ person }) => factsOf(person)),
    );
    return { name, ...(shop !== undefined && { shop: teamShop(shops, shop) }), members: there, ...result };
  });
  const steps = await storage.evaluation.rankingSteps(term.id);
  const joined = roster.filter(({ person }) => steps.findLast((one) => one.person === person)?.step === 'joined');
  const people = joined.map(({ person, name }) => ({
    ...{ person, name, score: personScore(indicators, factsOf(person)) },
    team: teams.find(({ members }) => members.some((one) => one.person === person))?.name ?? null,
  }));
  const askedLittle = teams.flatMap(({ members }) =>
    members.flatMap(({ person, name }) =>
      (factsOf(person).askedLittle ?? []).map(({ name: run, ...little }) => ({ name, run, ...little })),
    ),
  );
  return {
    class: { id: schoolClass.id, name: schoolClass.name },
    term: termRow(term, runs),
    version: stored.version,
    awards: stored.awards,
    indicators,
    teams: rankTeams(teams, stored.awards),
    roster: roster.map(listed),
    ...(askedLittle.length > 0 && { askedLittle }),
    shops: shops.map(({ id, name }) => ({ id, name })),
    people: rankTeams(people, [])
      .map(({ award: _, ...row }) => row)
      .toSorted((a, b) => (a.rank ?? roster.length) - (b.rank ?? roster.length)),
    waiting: inTerm.filter((run) => {
      const isDrill = kindOf(run) === 'lesson' || kindOf(run) === 'homework';
      const state = stateOf(run, now);
      return isDrill && state !== 'planned' && !(state === 'ended' && isPublished(run));
    }).length,
  };
};

/** Refused where somebody isn't of the class, a shop isn't there, and where a colleague has saved meanwhile. */
export const changeTeams = async (
  { storage, shops }: Pick<Needs, 'storage'> & { shops: readonly TeamShop[] },
  { schoolClass, term }: ClassTerm,
  { version, ...changed }: TeamsChange,
): Promise<Reply<{ version: number }>> => {
  const roster = new Set((await storage.people.members(schoolClass.id)).map(({ person }) => person));
  const isKnown = changed.teams.every(({ members }) => members.every(({ person }) => roster.has(person)));
  if (!isKnown) return refused('unknown-person');
  const strange = changed.teams.find(({ shop }) => shop !== undefined && !shops.some(({ id }) => id === shop));
  if (strange !== undefined) return refused('unknown-shop', strange.shop);
  const isStored = await storage.teams.putTeams(term.id, { version: version + 1, ...changed });
  return isStored ? { ok: true, value: { version: version + 1 } } : refused('teams-changed');
};
