import { useTranslation } from 'react-i18next';

/** On paper only: room for what the screen can't ask for. */
export const Signatures = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('report');
  return (
    <section className="mt-16 hidden break-inside-avoid border-line-2 border-t pt-12 print:block">
      {(['own', 'teacher'] as const).map((who) => (
        <div key={who} className="mb-14">
          <b>{t(`sign.${who}`)}</b>
          <span className="block h-34 border-line-2 border-b" />
          <span className="block h-34 border-line-2 border-b" />
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
