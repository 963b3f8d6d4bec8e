import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { IncidentChoice } from '#contract/runs.ts';
import { MAX_INCIDENTS } from './run-draft.ts';

type Props = {
  incidents: readonly IncidentChoice[];
  chosenIds: readonly string[];
  /** The shop of the chosen cases; null before one is chosen. */
  shop: string | null;
  onChange: (ids: string[]) => void;
};

/** The incidents the teacher may start while the run goes on. */
export const IncidentsRow = ({ incidents, chosenIds, shop, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  const isFull = chosenIds.length >= MAX_INCIDENTS;
  return (
    <FormRow name={t('form.incidents')}>
      {incidents.length === 0 ? (
        <p className="pt-5 text-ink-3">{t('incidents.none')}</p>
      ) : (
        <>
          <ul className="border border-line-2">
            {incidents.map(({ id, title, notice, ...source }) => {
              const isChosen = chosenIds.includes(id);
              return (
                <li key={id} className="border-line border-b last:border-b-0">
                  <label
                    className={cx(
                      'flex items-start gap-10 px-12 py-5 max-pane:min-h-44',
                      isChosen ? 'bg-tint' : 'hover:bg-soft',
                    )}
                  >
                    <input
                      type="checkbox"
                      checked={isChosen}
                      disabled={isFull && !isChosen}
                      onChange={() =>
                        onChange(isChosen ? chosenIds.filter((chosenId) => chosenId !== id) : [...chosenIds, id])
                      }
                      className="mt-2 size-16 shrink-0 accent-accent-solid"
                    />
                    <span className="min-w-0">
                      <span className={cx('mr-8', isChosen && 'font-semibold')}>{title}</span>
                      {shop === null || source.shop === shop ? null : (
                        <Tag tone="line" className="mr-8">
                          {source.shopName}
                        </Tag>
                      )}
                      {notice === null ? null : (
                        <span className="text-12 text-ink-2">{t('incidents.notice', { notice })}</span>
                      )}
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
          <p className="mt-4 text-12 text-ink-3">{t(isFull ? 'incidents.full' : 'incidents.text')}</p>
        </>
      )}
    </FormRow>
  );
};
