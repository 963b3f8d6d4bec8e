import { useTranslation } from 'react-i18next';

/** Who stood by and said it, before the words: seen and heard alike. */
export const BystanderName = ({ name }: { name: string }) => {
  const { t } = useTranslation('ui');
  return <p className="max-w-full text-12 text-ink-3 wrap-anywhere">{t('bystander', { name })}</p>;
};
