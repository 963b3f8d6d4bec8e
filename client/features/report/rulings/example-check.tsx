import { useId } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

type Props = { checked: boolean; onChange: (checked: boolean) => void };

/** Whether what is ruled on may become an example of the case, and what that does. */
export const ExampleCheck = ({ checked, onChange }: Props) => {
  const { t } = useTranslation('report');
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-12">
      <label className="flex items-center gap-6 max-pane:min-h-44">
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={id}
          className="size-16 shrink-0 accent-accent-solid"
        />
        {t('doubts.example')}
      </label>
      <p id={id} className="text-12 text-ink-3">
        {t('doubts.exampleHint')}
      </p>
    </div>
  );
};
