import { useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import type { Booklet, BookletRun } from '#contract/terms/booklet.ts';

type Props = { booklet: Pick<Booklet, 'newest' | 'older'>; onOpen: (run: BookletRun) => Promise<void> };

/** Which runs are listed, where there are more of them, and an older one to open. */
export const OlderRuns = ({ booklet: { newest, older }, onOpen }: Props) => {
  const { t } = useTranslation('terms');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  const newestFirst = older.toReversed();
  const run = newestFirst.find((one) => one.run === chosen) ?? newestFirst[0];
  if (run === undefined) return null;
  return (
    <form
      noValidate
      className="mb-12 flex flex-wrap items-end gap-8"
      onSubmit={async (event) => {
        event.preventDefault();
        setIsReading(true);
        await onOpen(run);
        setIsReading(false);
      }}
    >
      <SelectField
        label={t('booklet.older', { newest, n: older.length })}
        className="w-400 max-pane:w-full"
        value={run.run}
        choices={newestFirst.map(({ run: value, name, day }) => ({ value, label: `${day} ${name}` }))}
        onChange={(event) => setChosen(event.target.value)}
      />
      <Button type="submit" disabled={isReading}>
        {t('booklet.olderOpen')}
      </Button>
    </form>
  );
};
