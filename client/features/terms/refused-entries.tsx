import type { Sheet } from '#client/features/terms/model/use-sheet.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { TermSheet } from '#contract/terms/sheet.ts';

/** Entries that weren't stored, each to be sent again or left. */
export const RefusedEntries = ({ body, sheet }: { body: TermSheet; sheet: Sheet }) => {
  const { t } = useTranslation('terms');
  return [...sheet.pending].flatMap(([key, { error, ...change }]) => {
    if (error === null) return [];
    const name = sheet.rows.find(({ person }) => person === change.person)?.name ?? '';
    const column = body.rules.columns.find(({ id }) => id === change.item)?.name ?? '';
    const value = change.value === null ? t('cell.none') : marks(change.value);
    return (
      <Notice
        key={key}
        tone="bad"
        className="mb-8"
        action={
          <span className="flex gap-6">
            <Button size="s" onClick={() => sheet.enter(change)}>
              {t('refused.again')}
            </Button>
            <Button size="s" kind="bare" onClick={() => sheet.drop(key)}>
              {t('refused.drop')}
            </Button>
          </span>
        }
      >
        {t('refused.text', { name, column, value, message: error.message })}
      </Notice>
    );
  });
};
