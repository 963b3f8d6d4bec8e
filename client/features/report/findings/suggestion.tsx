import { useRetries } from '#client/features/report/model/use-retries.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

type Props = {
  title: string;
  wordings: readonly string[];
  className?: string;
};

/** What could be said (or done) instead; while a retry of it is open a try comes first, the model on request. */
export const Suggestion = ({ title, wordings, className }: Props) => {
  const { t } = useTranslation('report');
  const { hiddenWordings } = useRetries();
  const boxClass = cx('border border-line border-l-3 border-l-good-solid bg-surface px-10 py-6', className);
  const paragraphs = wordings.map((wording) => (
    <p key={wording} lang="zh-CN" className="wrap-anywhere not-first:mt-6">
      {wording}
    </p>
  ));
  if (wordings.some((wording) => hiddenWordings.has(wording)))
    return (
      <details className={boxClass}>
        <summary className="-my-4 cursor-pointer py-4 text-12 text-good max-pane:-my-6 max-pane:py-12">
          {t('retry.model')}
        </summary>
        <b className="mt-4 block text-12 text-good">{title}</b>
        {paragraphs}
      </details>
    );
  return (
    <div className={boxClass}>
      <b className="block text-12 text-good">{title}</b>
      {paragraphs}
    </div>
  );
};
