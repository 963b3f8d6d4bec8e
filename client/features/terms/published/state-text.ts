import { changesOf, currentOf, hasChanged } from '#client/features/terms/model/published-changes.ts';
import { longDate } from '#client/lib/format.ts';
import type { TFunction } from '#client/lib/messages.ts';
import type { SheetRow, TermSheet } from '#contract/terms/sheet.ts';

/** What a sheet on paper is: the version that its trainees have, another one than that, or one they don't have. */
export const stateText = (t: TFunction<'published-sheets'>, body: TermSheet, rows: readonly SheetRow[]): string => {
  const current = currentOf(body);
  if (current === null) return t('print.draft');
  const { at, version } = current;
  return hasChanged(changesOf(body, rows))
    ? t('print.changed', { version })
    : t('print.state', { date: longDate(at), version });
};
