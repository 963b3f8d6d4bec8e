import './strings.ts';
import { Link, useSearchParams } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Citation as Cited } from '#contract/questions.ts';

/** The text an answer rests on: its own words, source and date, and a link where a shop's page shows it. */
export const Citation = ({ citation }: { citation: Cited }) => {
  const { t } = useTranslation('questions');
  // A shop's self-test keeps the way back to the start card it was reached from.
  const scenarios = useSearchParams()[0].get('scenarios');
  const { section, id, title, text, source, date, shop } = citation;
  return (
    <div className="mt-8 border-line-2 border-l-2 pl-12">
      <p className="text-12 text-ink-3">{t(`source.${section}`)}</p>
      <p lang="zh-CN" className="font-semibold">
        {title}
      </p>
      {text === '' ? null : (
        <p lang="zh-CN" className="text-pretty">
          {text}
        </p>
      )}
      <p className="mt-2 flex flex-wrap items-baseline gap-x-12 text-12 text-ink-3">
        {source === null ? null : (
          <span>{date === null || source.includes(date) ? source : t('dated', { text: source, day: date })}</span>
        )}
        {shop === null ? null : (
          <Link
            to={`/shop/${shop}${scenarios === null ? '' : `?scenarios=${scenarios}`}#card-${id}`}
            className="link max-pane:inline-flex max-pane:min-h-44 max-pane:items-center"
          >
            {t('card')}
          </Link>
        )}
      </p>
    </div>
  );
};
