import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** The bystander's name before the words. Screen readers read the same text that is on screen. */
export const BystanderName = ({ name }: { name: string }) => {
  const { t } = useTranslation('ui');
  return <p className="max-w-full text-12 text-ink-3 wrap-anywhere">{t('bystander', { name })}</p>;
};
