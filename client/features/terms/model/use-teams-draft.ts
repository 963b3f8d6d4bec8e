import { useState } from 'react';
import { draftOf, type TeamsDraft } from '#client/features/terms/model/teams-draft.ts';
import type { TermTeams } from '#contract/terms/teams.ts';

/** `field`: what is typed in; one after the other in the same field are one change. Null: a change of its own. */
type Step = { draft: TeamsDraft; field: string | null };
export type ChangeTeams = (draft: TeamsDraft, field?: string) => void;

/** A draft of a term's teams, and the way back over each change. `undo` null: nothing was changed. */
export const useTeamsDraft = (
  body: TermTeams,
): { draft: TeamsDraft; change: ChangeTeams; undo: (() => void) | null } => {
  const [first] = useState(() => draftOf(body));
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const last = steps.at(-1);
  return {
    draft: last?.draft ?? first,
    change: (draft, field) =>
      setSteps((all) => {
        const isSame = field !== undefined && all.at(-1)?.field === field;
        return [...(isSame ? all.slice(0, -1) : all), { draft, field: field ?? null }];
      }),
    undo: last === undefined ? null : () => setSteps((all) => all.slice(0, -1)),
  };
};
