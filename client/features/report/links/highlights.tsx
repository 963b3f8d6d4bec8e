import { useState } from 'react';
import { Link } from 'react-router';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { ReportMoment } from '#contract/report-figures.ts';

/** Moments shown at once with their links; the rest come on request (and on paper). */
const HIGHLIGHTS_SHOWN_AT_FIRST = 4;

/**
 * The moments a figure was counted from, a customer's name once for those in a row; each leads to its line in the words
 * and its place on the axis.
 */
export const Highlights = ({
  moments,
  isUnquoted = false,
}: {
  moments: readonly ReportMoment[];
  isUnquoted?: boolean;
}) => {
  const { t } = useTranslation('report');
  const [showsAll, setShowsAll] = useState(false);
  const hiddenMoments = moments.slice(HIGHLIGHTS_SHOWN_AT_FIRST);
  const renderMoments = (listedMoments: readonly ReportMoment[], firstIndex: number) =>
    listedMoments.map((moment, index) => (
      // On a phone each has a line of its own: links as high as a thumb within a sentence would tear its lines apart.
      <span key={`${moment.conversation} ${moment.at} ${moment.text}`} className="max-pane:block">
        {firstIndex + index === 0 ? null : <span className="max-pane:hidden">{t('moments.comma')}</span>}
        <Link
          to={`?at=${moment.conversation}:${moment.at}`}
          className="link max-pane:mr-6 max-pane:inline-block max-pane:min-w-44 max-pane:py-11 pointer-coarse:py-12 print:text-ink-2 print:no-underline"
          aria-label={t('moments.place', { name: moment.name, at: clock(moment.at) })}
        >
          {moments[firstIndex + index - 1]?.conversation === moment.conversation
            ? clock(moment.at)
            : t('moments.place', { name: moment.name, at: clock(moment.at) })}
        </Link>
        {isUnquoted ? t('moments.bare', { text: moment.text }) : t('moments.said', { text: moment.text })}
      </span>
    ));
  return (
    <>
      {renderMoments(moments.slice(0, HIGHLIGHTS_SHOWN_AT_FIRST), 0)}
      {hiddenMoments.length === 0 ? null : (
        <>
          <span className={showsAll ? undefined : 'hidden print:inline'}>
            {renderMoments(hiddenMoments, HIGHLIGHTS_SHOWN_AT_FIRST)}
          </span>
          <button
            type="button"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
            className="link ml-6 whitespace-nowrap max-pane:ml-0 max-pane:min-h-44 max-pane:min-w-44 pointer-coarse:py-12 pointer-coarse:min-w-44 print:hidden"
          >
            {showsAll ? t('ui:fold') : t('moments.more', { count: hiddenMoments.length })}
          </button>
        </>
      )}
    </>
  );
};
