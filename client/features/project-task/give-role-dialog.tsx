import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ProjectBoard, ProjectGroup } from '#contract/plans/projects.ts';

type Props = { board: ProjectBoard; group: ProjectGroup; role: number; onClose: () => void; onDone: () => void };

/** Gives a role to another seat of the group, or to one without a role. */
export const GiveRoleDialog = ({ board, group, role, onClose, onDone }: Props) => {
  const { t } = useTranslation('project-task');
  const { isBusy, error, send } = useSubmit();
  const current = group.seats[role]?.id ?? null;
  const others = [
    ...new Map([...group.seats.flatMap((seat) => seat ?? []), ...board.free].map((seat) => [seat.id, seat])).values(),
  ].filter(({ id }) => id !== current);
  const [seat, setSeat] = useState(others[0]?.id ?? '');
  const name = board.roles[role] ?? '';
  const give = async () => {
    const done = await send(() =>
      call('POST /api/runs/:id/project/role', { id: board.run.id }, { group: group.group, role, seat }),
    );
    if (done === null) return;
    showToast(t('board.given', { role: name, name: others.find(({ id }) => id === seat)?.name ?? '' }));
    onDone();
    onClose();
  };
  return (
    <SubmitDialog
      title={t('board.giveTitle', { role: name })}
      description={t('board.giveText')}
      submit={t('board.giveGo')}
      cancel={t('board.cancel')}
      isBlocked={isBusy || seat === ''}
      error={error}
      onSubmit={give}
      onClose={onClose}
    >
      <SelectField
        className="mt-10"
        label={t('board.giveSeat')}
        value={seat}
        choices={others.map(({ id, no, name: of }) => ({ value: id, label: `${no} ${of}` }))}
        onChange={(event) => setSeat(event.target.value)}
      />
    </SubmitDialog>
  );
};
