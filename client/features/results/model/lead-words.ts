import { marks } from '#client/lib/format.ts';
import type { TFunction } from '#client/lib/messages.ts';
import type { LeadFigures } from '#contract/together/leads.ts';

/** A lead's row in a few words: the score, and how many of the reports were answered in time. */
export const leadWords = (t: TFunction<'results'>, { score, inTime, requests }: LeadFigures): string =>
  score === null ? t('table.leadNone') : t('table.lead', { n: marks(score), answered: inTime, of: requests });
