import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import {
  dividedEvenly,
  MOST_TEAMS,
  type TeamsDraft,
  withoutTeam,
  withShop,
  withTeams,
} from '#client/features/terms/model/teams-draft.ts';
import type { ChangeTeams } from '#client/features/terms/model/use-teams-draft.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { TeamShop } from '#contract/terms/term.ts';

export type DraftProps = { draft: TeamsDraft; change: ChangeTeams };

const NONE = '';
/** As the trade's training week has them. */
const USUAL_TEAMS = 4;
const COUNTS = Array.from({ length: MOST_TEAMS - 1 }, (_, place) => String(place + 2));

/** The teams' names and shops, and how everybody is put into one of them at once. */
export const DraftTeams = ({ draft, change, shops }: DraftProps & { shops: readonly TeamShop[] }) => {
  const { t } = useTranslation('teams');
  const newName = (n: number) => t('draft.newName', { n });
  // One that is gone from the library stays chosen until another is.
  const choicesOf = (chosen: string | null) => [
    { value: NONE, label: t('draft.noShop') },
    ...(chosen === null || shops.some(({ id }) => id === chosen) ? [] : [{ value: chosen, label: chosen }]),
    ...shops.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <section aria-labelledby="draft-teams">
      <SectionHeader id="draft-teams" isFirst title={t('draft.teams')} note={t('count', { n: draft.names.length })} />
      <Panel>
        <EvenTeams draft={draft} change={change} />
        {draft.names.map((name, place) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a team is its place, its name is being typed
            key={place}
            className="flex flex-wrap items-end gap-12 border-line border-t px-16 py-10 max-pane:px-14"
          >
            <TextField
              label={t('draft.name', { n: place + 1 })}
              className="min-w-0 flex-1 basis-160"
              maxLength={20}
              autoComplete="off"
              value={name}
              onChange={(event) =>
                change(
                  { ...draft, names: draft.names.map((one, other) => (other === place ? event.target.value : one)) },
                  `name-${place}`,
                )
              }
            />
            <SelectField
              label={t('draft.shop', { n: place + 1 })}
              className="min-w-0 flex-1 basis-120"
              value={draft.shops[place] ?? NONE}
              choices={choicesOf(draft.shops[place] ?? null)}
              onChange={({ target }) => {
                const id = target.value === NONE ? null : target.value;
                change(withShop(draft, place, id, { shops, unnamed: newName(place + 1) }));
              }}
            />
            <span className="w-56 pb-4 text-right text-ink-2 max-pane:pb-8">
              {t('people', { n: draft.people.filter(({ team }) => team === place).length })}
            </span>
            <Button
              square
              kind="bare"
              aria-label={t('draft.remove', { name: name.trim() === '' ? t('draft.name', { n: place + 1 }) : name })}
              onClick={() => change(withoutTeam(draft, place))}
            >
              <X size={14} aria-hidden="true" />
            </Button>
          </div>
        ))}
        {draft.names.length === MOST_TEAMS ? null : (
          <div className="border-line border-t px-16 py-10 max-pane:px-14">
            <Button onClick={() => change(withTeams(draft, draft.names.length + 1, newName))}>
              <Plus size={14} aria-hidden="true" />
              {t('draft.add')}
            </Button>
          </div>
        )}
      </Panel>
    </section>
  );
};

const EvenTeams = ({ draft, change }: DraftProps) => {
  const { t } = useTranslation('teams');
  const [count, setCount] = useState(String(draft.names.length < 2 ? USUAL_TEAMS : draft.names.length));
  const [order, setOrder] = useState('roster');
  const divide = () => {
    const teams = withTeams(draft, Number(count), (n) => t('draft.newName', { n }));
    change(dividedEvenly(teams, order === 'shuffled' ? Math.random : null));
  };
  return (
    <div className="flex flex-wrap items-end gap-12 bg-soft px-16 py-10 max-pane:px-14">
      <SelectField
        label={t('draft.number')}
        className="w-96"
        value={count}
        choices={COUNTS.map((value) => ({ value, label: value }))}
        onChange={(event) => setCount(event.target.value)}
      />
      <SelectField
        label={t('draft.order')}
        className="w-120"
        value={order}
        choices={[
          { value: 'roster', label: t('draft.inOrder') },
          { value: 'shuffled', label: t('draft.shuffled') },
        ]}
        onChange={(event) => setOrder(event.target.value)}
      />
      <Button onClick={divide}>{t('draft.deal')}</Button>
      <span className="pb-4 text-12 text-ink-3">{t('draft.evenAbout')}</span>
    </div>
  );
};
