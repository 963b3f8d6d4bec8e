import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** Empty lines to write on: the teacher's comment needs more than the trainee's own intention. */
const WRITING_SPACES = [
  { who: 'own', lines: [1, 2] },
  { who: 'teacher', lines: [1, 2, 3, 4] },
] as const;

/** On paper only: lines for comments and signatures by hand. */
export const Signatures = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('report');
  return (
    <section className="mt-16 hidden break-inside-avoid border-line-2 border-t pt-12 print:block">
      {WRITING_SPACES.map(({ who, lines }) => (
        <div key={who} className="mb-14">
          <b>{t(`sign.${who}`)}</b>
          {lines.map((line) => (
            <span key={line} className="block h-34 border-line-2 border-b" />
          ))}
        </div>
      ))}
      <p className="grid grid-cols-4">
        <span>{t('sign.trainee')}</span>
        <span>{t('sign.teacherName')}</span>
        <span>{t('sign.mentorName')}</span>
        <span>{t('sign.date')}</span>
      </p>
      <p className="mt-12 text-12 text-ink-3">{t('sign.log', { id: drillId })}</p>
    </section>
  );
};
