/** What good trainees said in stored plays: plain talk of many hands, for classifiers that must let it be. */
import { toReplies } from '#library/schema/testplan.ts';
import { readRounds } from '#scripts/fairness/stored.ts';

/** Rounds from this one on are kept from training: what good trainees say in them shows how often they are accused. */
const FIRST_HELD_OUT = '0.9.15';

/** What good trainees said in the stored plays of earlier rounds. */
export const goodReplies = (): string[] =>
  readRounds()
    .filter(({ round }) => round.localeCompare(FIRST_HELD_OUT, 'en', { numeric: true }) < 0)
    .flatMap(({ plays }) => plays.filter(({ kind }) => kind === 'good'))
    .flatMap(({ replies }) =>
      toReplies(replies).flatMap(({ say }) => say.flatMap((said) => ('text' in said ? said.text : [])).join('\n')),
    );
