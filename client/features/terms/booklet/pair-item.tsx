import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { BookletItem, BookletPair, BookletTurn } from '#contract/terms/booklet.ts';

const SENTENCE_MAX = 300;

type Choice = Pick<BookletItem, 'sentence' | 'shows'>;
/** `choice` null: the pair isn't chosen. */
type Props = { pair: BookletPair; choice: Choice | null; onChoose: (choice: Choice | null) => void };
const SHOWS = ['both', 'poor', 'good'] as const;

/** One fault by a poor turn and a good one to the same words, as it will stand in the booklet. */
export const PairItem = ({ pair, choice, onChoose }: Props) => {
  const { t } = useTranslation('terms');
  return (
    <Panel className="mb-10 px-14 py-12">
      <div className="flex flex-wrap items-baseline gap-x-10 gap-y-4">
        <h3 className="font-semibold">{pair.title}</h3>
        <span className="text-12 text-ink-3">{t('booklet.from', { run: pair.runName, title: pair.caseTitle })}</span>
        <label className="ml-auto inline-flex items-center gap-6 max-pane:min-h-44">
          <input
            type="checkbox"
            checked={choice !== null}
            aria-label={`${t('booklet.add')} ${pair.title}`}
            onChange={(event) => onChoose(event.target.checked ? { sentence: '', shows: 'both' } : null)}
          />
          {t('booklet.add')}
        </label>
      </div>
      {pair.poor.customer.map((line, place) => (
        // Lines of one turn may be equal, and never change.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <p key={place} className="mt-4 text-ink-2">
          {line}
        </p>
      ))}
      <div className="mt-8 grid grid-cols-2 gap-12 max-pane:grid-cols-1">
        <Turn name={t('booklet.poor')} turn={pair.poor} />
        {pair.good === null ? (
          <div>
            <h4 className="text-12 text-ink-3">{t('booklet.good')}</h4>
            <p className="wrap-anywhere">{pair.better ?? t('booklet.noGood')}</p>
          </div>
        ) : (
          <Turn name={t('booklet.good')} turn={pair.good} />
        )}
      </div>
      <p className="mt-8 text-12 text-ink-2">{pair.why}</p>
      {choice === null ? null : (
        <div className="mt-8 flex flex-wrap items-end gap-x-16 gap-y-8">
          <TextField
            label={t('booklet.sentence')}
            className="min-w-0 flex-1 basis-240"
            value={choice.sentence}
            maxLength={SENTENCE_MAX}
            onChange={(event) => onChoose({ ...choice, sentence: event.target.value })}
          />
          {pair.good === null ? null : (
            <Segmented
              label={t('booklet.shows')}
              value={choice.shows}
              options={SHOWS.map((value) => ({ value, label: t(`booklet.show.${value}`) }))}
              onChange={(shows) => onChoose({ ...choice, shows })}
            />
          )}
        </div>
      )}
    </Panel>
  );
};

const Turn = ({ name, turn: { reply, instead } }: { name: string; turn: BookletTurn }) => (
  <div>
    <h4 className="text-12 text-ink-3">{name}</h4>
    <p className="wrap-anywhere">{reply === '' ? instead : reply}</p>
  </div>
);
