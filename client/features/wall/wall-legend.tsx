import { useTranslation } from 'react-i18next';
import { WALL_SORTS } from '../../lib/wall-sort.ts';
import { sortBy, useWallUi } from '../../lib/wall-ui.ts';
import { SelectField } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';

const KEYS = [
  { look: 'bg-good-solid', text: 'legend.ok' },
  { look: 'bg-warn-solid', text: 'legend.slow' },
  { look: 'bg-bad-solid', text: 'legend.over' },
] as const;

/** What the bars mean, and the order of the seats. */
export const WallLegend = () => {
  const { t } = useTranslation('wall');
  const sort = useWallUi((state) => state.sort);
  return (
    <div className="flex items-center gap-x-20 gap-y-4 px-14 pb-8 text-14 text-ink-2">
      <p className="cut flex min-w-0 flex-1 items-center gap-x-20">
        <span className="cut">{t('legend.bar')}</span>
        {KEYS.map(({ look, text }) => (
          <span key={text} className="flex shrink-0 items-center gap-6">
            <span aria-hidden="true" className={`size-12 forced-colors:border ${look}`} />
            {t(text)}
          </span>
        ))}
        <span className="cut max-wide:hidden">{t('legend.line')}</span>
        <span className="shrink-0 max-wide:hidden">
          <Kbd>P</Kbd> {t('legend.freeze')}
        </span>
      </p>
      <SelectField
        label={t('sort.label')}
        hideLabel
        className="w-150 shrink-0"
        value={sort}
        onChange={(event) => {
          const next = WALL_SORTS.find((one) => one === event.target.value);
          if (next !== undefined) sortBy(next);
        }}
        choices={WALL_SORTS.map((one) => ({ value: one, label: t(`sort.${one}`) }))}
      />
    </div>
  );
};
