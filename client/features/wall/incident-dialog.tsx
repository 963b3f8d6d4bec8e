import { useState } from 'react';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { injectInto } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { showToast, toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';

type Props = {
  run: RunBody;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The seat it was asked for; everybody can still be chosen. */
  seat: string | null;
};
const EVERYBODY = 'all';

/** 突发: says beforehand what will happen, with which words, and to how many. */
export const IncidentDialog = ({ run, open, onOpenChange, seat }: Props) => {
  const { t } = useTranslation('wall');
  const seats = useRun((state) => state.seats);
  const begunCount = useRun((state) => figuresOfWall(state.tiles).begunCount);
  const choices = seats.flatMap((id) => {
    const tile = useRun.getState().tiles[id];
    return tile === undefined || (tile.state !== 'running' && tile.state !== 'stopped')
      ? []
      : [{ value: id, label: `${tile.no} ${tile.name}` }];
  });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [target, setTarget] = useState(seat ?? EVERYBODY);
  const incident = run.incidents.find((candidate) => candidate.id === chosenId) ?? run.incidents[0];
  const targetName = useRun((state) => state.tiles[target]?.name ?? null);

  const keySuffix = incident?.notice === null ? 'Plain' : '';

  const release = async () => {
    if (incident === undefined) return;
    if (!(await toastFailure(injectInto(target === EVERYBODY ? null : target, incident.id)))) return;
    onOpenChange(false);
    showToast(
      targetName === null ? t('incident.done', { title: incident.title }) : t('incident.doneOne', { name: targetName }),
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
            <Button onClick={() => onOpenChange(false)}>{t('ui:cancel')}</Button>
            <Button
              kind="primary"
              disabledReason={begunCount === 0 ? t('incident.nobody') : null}
              onClick={() => void release()}
            >
              {targetName === null ? t('incident.all', { n: begunCount }) : t('incident.one', { name: targetName })}
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
                  onChange={() => setChosenId(planned.id)}
                />
                {planned.title}
              </label>
            ))}
          </fieldset>
          <SelectField
            label={t('incident.to')}
            className="mt-10"
            value={target}
            onChange={(event) => setTarget(event.target.value)}
            choices={[{ value: EVERYBODY, label: t('incident.everybody', { n: begunCount }) }, ...choices]}
          />
          <p className="mt-12 text-ink-2">
            {t(targetName === null ? `incident.willAll${keySuffix}` : `incident.willOne${keySuffix}`)}
          </p>
          {run.plan.rush === undefined ? null : <p className="mt-4 text-ink-2">{t('rush.incident')}</p>}
          {incident.notice === null ? null : (
            <blockquote className="mt-6 border-accent border-l-3 pl-10">{incident.notice}</blockquote>
          )}
        </>
      )}
    </Dialog>
  );
};
