import { withPerson } from '#client/features/terms/model/teams-draft.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Shift } from '#contract/terms/teams.ts';
import type { DraftProps } from './draft-teams.tsx';

const NONE = '';
const SHIFTS: readonly Shift[] = ['early', 'late'];

/** The roster, a row a trainee: in which team, which shift, and whether they lead it. */
export const DraftPeople = ({ draft, change }: DraftProps) => {
  const { t } = useTranslation('teams');
  const free = draft.people.filter(({ team }) => team === null).length;
  const teams = [
    { value: NONE, label: t('draft.noTeam') },
    ...draft.names.map((name, place) => ({ value: String(place), label: name })),
  ];
  const shifts = [
    { value: NONE, label: t('shift.none') },
    ...SHIFTS.map((shift) => ({ value: shift, label: t(`shift.${shift}`) })),
  ];
  return (
    <section aria-labelledby="draft-people">
      <SectionHeader
        id="draft-people"
        title={t('draft.list')}
        note={free === 0 ? t('people', { n: draft.people.length }) : `${t('free')} ${t('people', { n: free })}`}
      />
      <Panel>
        <ul>
          {draft.people.map(({ person, no, name, team, leader, shift }) => (
            <li
              key={person}
              className="grid grid-cols-4 items-center gap-12 border-line border-b px-16 py-5 last:border-b-0 max-pane:grid-cols-2 max-pane:px-14 max-pane:py-8"
            >
              <span className="flex min-w-0 items-baseline gap-8">
                <span className="min-w-40 text-12 text-ink-3">{no}</span>
                <span className="min-w-0 wrap-anywhere">{name}</span>
              </span>
              <SelectField
                label={t('draft.team', { name })}
                hideLabel
                value={team === null ? NONE : String(team)}
                choices={teams}
                onChange={({ target }) =>
                  change(withPerson(draft, person, { team: target.value === NONE ? null : Number(target.value) }))
                }
              />
              <SelectField
                label={t('draft.shift', { name })}
                hideLabel
                value={shift ?? NONE}
                choices={shifts}
                onChange={({ target }) =>
                  change(withPerson(draft, person, { shift: SHIFTS.find((one) => one === target.value) ?? null }))
                }
              />
              <label className="flex items-center gap-6 max-pane:min-h-44">
                <input
                  type="checkbox"
                  aria-label={t('draft.isLeader', { name })}
                  className="size-16 accent-accent-solid"
                  checked={leader}
                  disabled={team === null}
                  onChange={({ target }) => change(withPerson(draft, person, { leader: target.checked }))}
                />
                <span aria-hidden="true">{t('leader')}</span>
              </label>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};
