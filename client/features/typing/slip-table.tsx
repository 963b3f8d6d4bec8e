import type { SlipCount } from '#client/features/typing/model/bout-result.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** What should have been typed, what was, and how often. */
export const SlipTable = ({ slips }: { slips: readonly SlipCount[] }) => {
  const { t } = useTranslation('typing');
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="h-30 border-line border-b text-left text-12 text-ink-3">
          <th scope="col" className="px-16 max-pane:px-14 font-normal">
            {t('result.expected')}
          </th>
          <th scope="col" className="px-16 max-pane:px-14 font-normal">
            {t('result.typed')}
          </th>
          <th scope="col" className="px-16 max-pane:px-14 text-right font-normal">
            {t('result.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {slips.map(({ expected, typed, count }) => (
          <tr key={`${expected}→${typed}`} className="h-31 border-line border-b last:border-b-0">
            <td lang="zh-CN" className="px-16 max-pane:px-14 text-15">
              {expected === '' ? <span className="text-13 text-ink-3">–</span> : <b>{expected}</b>}
            </td>
            <td lang="zh-CN" className="px-16 max-pane:px-14 text-15">
              {typed === '' ? (
                <span className="text-13 text-ink-2">{t('result.missed')}</span>
              ) : (
                <>
                  <span className="text-bad">{typed}</span>
                  {expected === '' ? <span className="ml-6 text-13 text-ink-2">{t('result.extra')}</span> : null}
                </>
              )}
            </td>
            <td className="px-16 max-pane:px-14 text-right">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
