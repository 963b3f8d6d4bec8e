import { useTranslation } from 'react-i18next';

/** A comment by hand takes more lines than what one means to change. */
const ROOM = [
  { who: 'own', lines: [1, 2] },
  { who: 'teacher', lines: [1, 2, 3, 4] },
] as const;

/** On paper only: room for what the screen can't ask for. */
export const Signatures = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('report');
  return (
    <section className="mt-16 hidden break-inside-avoid border-line-2 border-t pt-12 print:block">
      {ROOM.map(({ who, lines }) => (
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
