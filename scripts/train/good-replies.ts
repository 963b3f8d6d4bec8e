/** What good trainees said in stored plays: plain talk of many hands, for classifiers that must let it be. */
import { toReplies } from '#library/schema/testplan.ts';
import { readRounds } from '#scripts/fairness/stored.ts';

/**
 * What good trainees said in the stored plays of the rounds before `firstHeldOut` (0.9.15). Later ones are kept from
 * training: what good trainees say in them shows how often they are accused.
 */
export const goodReplies = (firstHeldOut: string): string[] =>
  readRounds()
    .filter(({ round }) => round.localeCompare(firstHeldOut, 'en', { numeric: true }) < 0)
    .flatMap(({ plays }) => plays.filter(({ kind }) => kind === 'good'))
    .flatMap(({ replies }) =>
      toReplies(replies).flatMap(({ say }) => say.flatMap((said) => ('text' in said ? said.text : [])).join('\n')),
    );
