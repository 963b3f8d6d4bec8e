import { percent, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { DoneWell } from '#contract/big-screen/pages.ts';

/** One thing that the class did well. A row of a list. */
export const WellDone = ({ well }: { well: DoneWell }) => {
  const { t } = useTranslation('wall');
  switch (well.kind) {
    case 'no-red-line':
    case 'nobody-left':
      return <li>{t(`closing.did.${well.kind}`)}</li>;
    case 'first-response':
      return <li>{t('closing.did.first-response', { time: seconds(well.seconds) })}</li>;
    case 'better-again':
      return <li>{t('closing.did.better-again', { n: well.seats })}</li>;
    case 'dimension':
      return <li>{t('closing.did.dimension', { name: well.name, percent: percent(well.percent) })}</li>;
    default:
      return well satisfies never;
  }
};
