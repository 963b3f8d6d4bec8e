import type { TermItem } from '#contract/terms/term.ts';

export const classPath = (id: string): string => `/classes/${encodeURIComponent(id)}`;
export const termsPath = (id: string): string => `${classPath(id)}/terms`;
export const termPath = (id: string, term: string): string => `${termsPath(id)}/${encodeURIComponent(term)}`;

/** Where a teacher wants to go of what lies in a term: where it happens, or its results. */
export const itemPath = ({
  run,
  form,
  state,
  contest,
}: Pick<TermItem, 'run' | 'form' | 'state' | 'contest'>): string => {
  if (contest !== undefined) return `/contests/${encodeURIComponent(contest)}`;
  const id = encodeURIComponent(run);
  if (form === 'parts') return `/exams/runs/${id}`;
  if (form !== 'lesson') return `/runs/${id}/${form}`;
  return `/runs/${id}/${state === 'planned' ? 'lobby' : state === 'going' ? 'wall' : 'results'}`;
};
/** Where a mentor of another school reads a run that is shared: its results alone. */
export const sharedRunPath = ({ run }: Pick<TermItem, 'run'>): string => `/runs/${encodeURIComponent(run)}/results`;
export const sheetPath = (id: string, term: string): string => `${termPath(id, term)}/sheet`;
export const rulesPath = (id: string, term: string): string => `${termPath(id, term)}/rules`;
export const teamsPath = (id: string, term: string): string => `${termPath(id, term)}/teams`;
export const teamsEditPath = (id: string, term: string): string => `${teamsPath(id, term)}/edit`;
export const teamsBoardPath = (id: string, term: string): string => `${teamsPath(id, term)}/board`;
export const scholarshipPath = (id: string, term: string): string => `${termPath(id, term)}/scholarships`;
export const appealsPath = (id: string, term: string): string => `${termPath(id, term)}/appeals`;
export const versionsPath = (id: string, term: string): string => `${sheetPath(id, term)}/versions`;
export const slipsPath = (id: string, term: string): string => `${sheetPath(id, term)}/slips`;
export const calendarPath = (id: string, term: string): string => `${termPath(id, term)}/calendar`;
export const bookletPath = (id: string, term: string): string => `${termPath(id, term)}/booklet`;
/** A trainee's own. */
export const ownSheetPath = (id: string, term: string): string => `${sheetPath(id, term)}/mine`;
export const attendancePath = (id: string, term: string): string => `${termPath(id, term)}/attendance`;
export const handoverPath = (id: string, term: string): string => `${termPath(id, term)}/handover`;
export const sidesPath = (id: string, term: string): string => `${termPath(id, term)}/sides`;
export const sideRulesPath = (id: string, term: string): string => `${sidesPath(id, term)}/rules`;
export const sideFormPath = (id: string, term: string, person: string): string =>
  `${sidesPath(id, term)}/of/${encodeURIComponent(person)}`;
export const payPath = (id: string, term: string): string => `${termPath(id, term)}/pay`;
export const recommendedPath = (id: string, term: string): string => `${termPath(id, term)}/recommended`;
/** Stands in a class's place where the terms are one's own: a route of its own would be loaded with the desk. */
export const OWN = 'mine';
export const OWN_TERMS_PATH = termsPath(OWN);
export const ownHandoverPath = (term: string): string => `${OWN_TERMS_PATH}/${encodeURIComponent(term)}/handover`;
export const ownCalendarPath = (term: string): string => calendarPath(OWN, term);
export const ownSidesPath = (term: string): string => sidesPath(OWN, term);
export const ownPayPath = (term: string): string => payPath(OWN, term);
export const ownRankingPath = (term: string): string => `${termPath(OWN, term)}/ranking`;
export const ownRecommendationPath = (term: string): string => recommendedPath(OWN, term);
