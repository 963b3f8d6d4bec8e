import './strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

type Who = 'signTeacher' | 'signMentor' | 'signTrainee' | 'signDate';

/** Lines to sign on by hand. */
export const SignatureLines = ({ who }: { who: readonly Who[] }) => {
  const { t } = useTranslation('published-sheets');
  return (
    <p className="mt-24 flex gap-24 break-inside-avoid">
      {who.map((one) => (
        <span key={one} className="flex min-w-0 flex-1 items-end gap-4">
          <span className="whitespace-nowrap">{t(`print.${one}`)}</span>
          <span className="h-28 flex-1 border-line-2 border-b" />
        </span>
      ))}
    </p>
  );
};
