import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Appeal } from '#contract/discussion.ts';

/** The trainee's words, shown in the dialog of a ruling. */
export const AppealText = ({ appeal }: { appeal: Appeal | null }) => {
  const { t } = useTranslation('discussion');
  if (appeal === null) return null;
  return (
    <p className="wrap-anywhere whitespace-pre-wrap border-warn-solid border-l-3 pl-10">
      <span className="text-12 text-ink-2">{t('appeal.says')}</span>
      {appeal.text}
    </p>
  );
};
