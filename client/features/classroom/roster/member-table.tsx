import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ClassBody, Member } from '#contract/people.ts';
import { EditMember } from './edit-member.tsx';
import { MemberAccount } from './member-account.tsx';

type Props = { body: ClassBody; mayWrite: boolean; onChanged: () => void };
type OpenDialog = { kind: 'edit' | 'account'; member: Member };

/** Takes a trainee out of the class, with a way back in the toast. */
const useTakeOut = (classId: string, onChanged: () => void): ((member: Member) => Promise<void>) => {
  const { t } = useTranslation('classroom');
  const change = async (member: Member, hasLeft: boolean): Promise<boolean> => {
    const answer = await call(
      'POST /api/classes/:id/members/:person',
      { id: classId, person: member.person },
      { left: hasLeft },
    );
    if (answer.ok) onChanged();
    else showToast(t('member.notChanged', { name: member.name, message: answer.error.message }), 'bad');
    return answer.ok;
  };
  return async (member) => {
    if (!(await change(member, true))) return;
    showToast(t('member.out', { name: member.name }), 'plain', {
      label: t('member.undo'),
      run: () => void change(member, false),
    });
  };
};

export const MemberTable = ({ body, mayWrite, onChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const [openDialog, setOpenDialog] = useState<OpenDialog | null>(null);
  const takeOut = useTakeOut(body.id, onChanged);
  const columns: Column<Member>[] = [
    { id: 'no', head: t('member.no'), className: 'w-64 text-ink-2', cell: ({ no }) => no },
    { id: 'name', head: t('member.name'), isRowName: true, cell: ({ name }) => name },
    {
      id: 'login',
      head: t('member.account'),
      className: 'break-all text-ink-2 max-pane:col-start-2 max-pane:text-12',
      cell: ({ login }) => login ?? t('member.noAccount'),
    },
    {
      id: 'drills',
      head: t('member.drills'),
      align: 'right',
      className: 'max-pane:hidden',
      cell: ({ person, name, drills }) =>
        drills === 0 ? (
          drills
        ) : (
          <Link
            to={`/people/${person}/portfolio`}
            aria-label={t('member.portfolioOf', { name, drills })}
            className="link"
          >
            {drills}
          </Link>
        ),
    },
  ];
  if (mayWrite) {
    columns.push({
      id: 'do',
      head: t('member.do'),
      hideHead: true,
      align: 'right',
      className: 'max-pane:col-start-3 max-pane:row-span-2 max-pane:row-start-1',
      cell: (member) => <MemberCommands member={member} onOpen={setOpenDialog} onTakeOut={() => takeOut(member)} />,
    });
  }
  const close = () => setOpenDialog(null);
  return (
    <>
      <DataTable
        caption={t('roster.title')}
        columns={columns}
        rows={body.list}
        rowKey={({ person }) => person}
        phoneGridClass="max-pane:grid-cols-[40px_minmax(0,1fr)_auto]"
      />
      {openDialog?.kind === 'edit' ? (
        <EditMember classId={body.id} member={openDialog.member} onClose={close} onChanged={onChanged} />
      ) : null}
      {openDialog?.kind === 'account' ? (
        <MemberAccount classId={body.id} member={openDialog.member} onClose={close} onChanged={onChanged} />
      ) : null}
    </>
  );
};

type CommandsProps = { member: Member; onOpen: (open: OpenDialog) => void; onTakeOut: () => void };

/** What staff may do about one trainee of the class. */
const MemberCommands = ({ member, onOpen, onTakeOut }: CommandsProps) => {
  const { t } = useTranslation('classroom');
  return (
    <span className="inline-flex gap-4 max-pane:gap-0">
      <Button
        kind="bare"
        size="s"
        aria-label={t('member.editOf', { name: member.name })}
        onClick={() => onOpen({ kind: 'edit', member })}
      >
        {t('member.edit')}
      </Button>
      <Button
        kind="bare"
        size="s"
        aria-label={t('member.accountOf', { name: member.name })}
        onClick={() => onOpen({ kind: 'account', member })}
      >
        {t(member.login === null ? 'member.giveAccount' : 'member.newPassword')}
      </Button>
      <Button kind="bare" size="s" aria-label={t('member.takeOutOf', { name: member.name })} onClick={onTakeOut}>
        {t('member.takeOut')}
      </Button>
    </span>
  );
};
