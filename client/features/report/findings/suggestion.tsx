import { useTranslation } from 'react-i18next';
import { useRetries } from '#client/features/report/model/use-retries.ts';
import { cx } from '#client/ui/cx.ts';

type Props = {
  title: string;
  words: readonly string[];
  className?: string;
};

/** What could be said (or done) instead; while a retry of it is open a try comes first, the model on request. */
export const Suggestion = ({ title, words, className }: Props) => {
  const { t } = useTranslation('report');
  const { covered } = useRetries();
  const look = cx('border border-line border-l-3 border-l-good-solid bg-surface px-10 py-6', className);
  const text = words.map((word) => (
    <p key={word} lang="zh-CN" className="wrap-anywhere not-first:mt-6">
      {word}
    </p>
  ));
  if (words.some((word) => covered.has(word)))
    return (
      <details className={look}>
        <summary className="-my-4 cursor-pointer py-4 text-12 text-good max-pane:-my-6 max-pane:py-12">
          {t('retry.model')}
        </summary>
        <b className="mt-4 block text-12 text-good">{title}</b>
        {text}
      </details>
    );
  return (
    <div className={look}>
      <b className="block text-12 text-good">{title}</b>
      {text}
    </div>
  );
};
