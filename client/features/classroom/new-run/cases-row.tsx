import { CircleAlert } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { CaseChoice } from './case-choice.tsx';
import { ChosenCases } from './chosen-cases.tsx';
import { MAX_CASES } from './run-draft.ts';

type Props = {
  cards: readonly ScenarioCard[];
  chosenCards: readonly ScenarioCard[];
  minutes: number;
  error: string | null;
  onChange: (scenarios: string[]) => void;
};

const ANY = '';

const matchesQuery = (card: ScenarioCard, query: string): boolean =>
  [card.title, card.typeName, card.shopName, card.trains, card.teaches ?? ''].some((text) =>
    text.toLowerCase().includes(query),
  );

/**
 * One to three cases of one shop, in the order the customers come. Once one is chosen, other shops' cases can't be, and
 * aren't listed.
 */
export const CasesRow = ({ cards, chosenCards, minutes, error, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  const [query, setQuery] = useState('');
  const [type, setType] = useState(ANY);
  const [level, setLevel] = useState(ANY);
  const deferredQuery = useDeferredValue(query.trim().toLowerCase());
  const [firstChosen] = chosenCards;
  const offeredCards = firstChosen === undefined ? cards : cards.filter(({ shop }) => shop === firstChosen.shop);
  const foundCards = offeredCards.filter(
    (card) =>
      (type === ANY || card.type === type) &&
      (level === ANY || String(card.level) === level) &&
      matchesQuery(card, deferredQuery),
  );
  const types = [...new Map(offeredCards.map((card) => [card.type, card.typeName]))];
  const levels = [...new Set(offeredCards.map((card) => card.level))].sort((a, b) => a - b);
  const chosenIds = chosenCards.map(({ id }) => id);
  const blockReasonOf = (card: ScenarioCard): string | null => {
    if (chosenIds.includes(card.id)) return null;
    return chosenCards.length >= MAX_CASES ? t('cases.full') : null;
  };
  const totalMinutes = chosenCards.reduce((sum, card) => sum + card.minutes, 0);
  return (
    <FormRow name={t('form.cases')}>
      <ChosenCases chosenCards={chosenCards} onChange={onChange} />
      <div className="mb-6 flex flex-wrap items-end gap-8">
        <TextField
          hideLabel
          type="search"
          name="scenarios"
          label={t('cases.search')}
          placeholder={t('cases.searchHint')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            // Enter in the search field must not submit the form and open the run.
            if (event.key === 'Enter') event.preventDefault();
          }}
          className="min-w-0 flex-[1_1_180px] max-pane:flex-[1_1_100%]"
        />
        <SelectField
          hideLabel
          label={t('cases.type')}
          value={type}
          choices={[{ value: ANY, label: t('cases.anyType') }, ...types.map(([value, label]) => ({ value, label }))]}
          onChange={(event) => setType(event.target.value)}
          className="flex-[0_1_148px] max-pane:flex-1"
        />
        <SelectField
          hideLabel
          label={t('cases.level')}
          value={level}
          choices={[
            { value: ANY, label: t('cases.anyLevel') },
            ...levels.map((choice) => ({ value: String(choice), label: t('cases.levelOf', { level: choice }) })),
          ]}
          onChange={(event) => setLevel(event.target.value)}
          className="flex-[0_1_96px] max-pane:flex-1"
        />
      </div>
      <div className="border border-line-2">
        <ScrollArea label={t('cases.list')} className="max-h-264">
          {foundCards.length === 0 ? (
            <p className="px-12 py-10 text-ink-2">{t('cases.nothing')}</p>
          ) : (
            <ul>
              {foundCards.map((card) => (
                <CaseChoice
                  key={card.id}
                  card={card}
                  isChosen={chosenIds.includes(card.id)}
                  blockReason={blockReasonOf(card)}
                  onToggle={() =>
                    onChange(
                      chosenIds.includes(card.id) ? chosenIds.filter((id) => id !== card.id) : [...chosenIds, card.id],
                    )
                  }
                />
              ))}
            </ul>
          )}
        </ScrollArea>
      </div>
      <p className="mt-4 flex flex-wrap items-center gap-x-12 text-12 text-ink-3">
        {error === null ? null : (
          <span role="alert" className="flex items-center gap-4 text-bad">
            <CircleAlert size={14} aria-hidden="true" />
            {error}
          </span>
        )}
        {offeredCards.length === cards.length ? null : (
          <span>{t('cases.oneShop', { shop: firstChosen?.shopName })}</span>
        )}
        <span aria-live="polite">{t('cases.chosen', { count: chosenCards.length, total: totalMinutes, minutes })}</span>
      </p>
    </FormRow>
  );
};
