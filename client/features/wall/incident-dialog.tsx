import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellRefusal } from '#client/features/wall/model/tell-refusal.ts';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { injectInto } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';

type Props = {
  run: RunBody;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The seat it was asked for; everybody can still be chosen. */
  seat: string | null;
};
const ALL = 'all';

/** 突发: says beforehand what will happen, with which words, and to how many. */
export const IncidentDialog = ({ run, open, onOpenChange, seat }: Props) => {
  const { t } = useTranslation('wall');
  const seats = useRun((state) => state.seats);
  const begun = useRun((state) => figuresOfWall(state.tiles).begun);
  const choices = seats.flatMap((id) => {
    const tile = useRun.getState().tiles[id];
    return tile === undefined || (tile.state !== 'running' && tile.state !== 'stopped')
      ? []
      : [{ value: id, label: `${tile.no} ${tile.name}` }];
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [to, setTo] = useState(seat ?? ALL);
  const incident = run.incidents.find((candidate) => candidate.id === chosen) ?? run.incidents[0];
  const toName = useRun((state) => state.tiles[to]?.name ?? null);

  const plain = incident?.notice === null ? 'Plain' : '';

  const release = async () => {
    if (incident === undefined) return;
    if (!(await tellRefusal(injectInto(to === ALL ? null : to, incident.id)))) return;
    onOpenChange(false);
    showToast(
      toName === null ? t('incident.done', { title: incident.title }) : t('incident.doneOne', { name: toName }),
    );
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('incident.title')}
      actions={
        incident === undefined ? undefined : (
          <>
            <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
            <Button kind="primary" why={begun === 0 ? t('incident.nobody') : null} onClick={() => void release()}>
              {toName === null ? t('incident.all', { n: begun }) : t('incident.one', { name: toName })}
            </Button>
          </>
        )
      }
    >
      {incident === undefined ? (
        <p className="py-8 text-ink-2">{t('incident.none')}</p>
      ) : (
        <>
          <fieldset>
            <legend className="mb-4 text-12 text-ink-2">{t('incident.which')}</legend>
            {run.incidents.map((planned) => (
              <label key={planned.id} className="flex min-h-30 items-center gap-8 max-pane:min-h-44">
                <input
                  type="radio"
                  name="incident"
                  className="accent-accent-solid"
                  checked={planned.id === incident.id}
                  onChange={() => setChosen(planned.id)}
                />
                {planned.title}
              </label>
            ))}
          </fieldset>
          <SelectField
            label={t('incident.to')}
            className="mt-10"
            value={to}
            onChange={(event) => setTo(event.target.value)}
            choices={[{ value: ALL, label: t('incident.everybody', { n: begun }) }, ...choices]}
          />
          <p className="mt-12 text-ink-2">
            {t(toName === null ? `incident.willAll${plain}` : `incident.willOne${plain}`)}
          </p>
          {incident.notice === null ? null : (
            <blockquote className="mt-6 border-accent border-l-3 pl-10">{incident.notice}</blockquote>
          )}
        </>
      )}
    </Dialog>
  );
};
