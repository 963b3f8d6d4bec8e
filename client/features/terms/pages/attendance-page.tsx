import '#client/features/terms/attendance/strings.ts';
import { Download, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { AttendanceList } from '#client/features/terms/attendance/attendance-list.tsx';
import { AttendanceTable, type Opened } from '#client/features/terms/attendance/attendance-table.tsx';
import { EnterLeaveDialog } from '#client/features/terms/attendance/enter-leave-dialog.tsx';
import { LeaveTable } from '#client/features/terms/attendance/leave-table.tsx';
import { MarkDialog } from '#client/features/terms/attendance/mark-dialog.tsx';
import { RulesDialog } from '#client/features/terms/attendance/rules-dialog.tsx';
import { SessionDialog } from '#client/features/terms/attendance/session-dialog.tsx';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { isCorrected, rulesText } from '#client/features/terms/model/attendance-words.ts';
import { classPath, termPath } from '#client/features/terms/model/term-paths.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useMedia } from '#client/lib/hooks/use-media.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { AttendanceSession, TermAttendance } from '#contract/terms/attendance.ts';

/** 考勤 of a term: trainees by sessions, on a phone session by session; leave below. */
export const AttendancePage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('attendance');
  useTitle(t('title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/attendance', { id, term })} title={t('title')}>
          {(body, refresh) => <AttendanceView body={body} mayWrite={isTeacher(role)} refresh={refresh} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

type Shown =
  | { kind: 'mark'; opened: Opened }
  | { kind: 'session'; session: AttendanceSession }
  | { kind: 'rules' | 'leave' };
type Props = { body: TermAttendance; mayWrite: boolean; refresh: () => void };

const AttendanceView = ({ body, mayWrite, refresh }: Props) => {
  const { t } = useTranslation('attendance');
  const isPhone = useMedia('(width < 760px)');
  const [shown, setShown] = useState<Shown | null>(null);
  const { term, sessions, rows, rules } = body;
  const close = () => setShown(null);
  const done = (text = t('saved')) => {
    close();
    showToast(text);
    refresh();
  };
  const View = isPhone ? AttendanceList : AttendanceTable;
  return (
    // As wide as the screen: a fortnight's sessions don't fit the column other pages have.
    <div className="mx-[calc(50%-50vw+24px)] max-pane:mx-0">
      <BackLink to={termPath(body.class.id, term.id)}>{term.name}</BackLink>
      <header className="mb-12 flex flex-wrap items-center gap-x-8 gap-y-8">
        <div className="mr-8 min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('title')}</h1>
          <p className="text-12 text-ink-3">{clauses([body.class.name, rulesText(t, rules)])}</p>
        </div>
        {sessions.length === 0 || body.visiting === true ? null : (
          <Button
            onClick={async () => {
              const where = { id: body.class.id, term: term.id };
              const path = pathTo('GET /api/classes/:id/terms/:term/attendance.xlsx', where);
              const refusal = await download(path, 'attendance.xlsx');
              if (refusal !== null) showToast(refusal, 'bad');
            }}
          >
            <Download size={14} aria-hidden="true" />
            {t('export')}
          </Button>
        )}
        {mayWrite ? (
          <Button onClick={() => setShown({ kind: 'rules' })}>
            <Pencil size={14} aria-hidden="true" />
            {t('rules.open')}
          </Button>
        ) : null}
      </header>
      {rows.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('nobody')}
            text={t('nobodyText')}
            action={<ButtonLink to={classPath(body.class.id)}>{t('ui:toClass')}</ButtonLink>}
          />
        </Panel>
      ) : sessions.length === 0 ? (
        <Panel>
          <EmptyState title={t('none')} text={t('noneText')} />
        </Panel>
      ) : (
        <View
          body={body}
          onOpen={(opened) => setShown({ kind: 'mark', opened })}
          onSession={mayWrite ? (session) => setShown({ kind: 'session', session }) : null}
        />
      )}
      {rows.some(({ cells }) => cells.some(isCorrected)) ? (
        <p className="mt-8 text-12 text-ink-3 max-pane:px-14">{t('cell.legend')}</p>
      ) : null}
      <SectionHeader
        title={t('leave.title')}
        note={t('leave.note')}
        aside={
          mayWrite && rows.length > 0 ? (
            <Button onClick={() => setShown({ kind: 'leave' })}>{t('leave.enter')}</Button>
          ) : null
        }
      />
      <Panel>
        {body.leaves.length === 0 ? (
          <EmptyState title={t('leave.none')} text={t('leave.noneText')} />
        ) : (
          <LeaveTable body={body} onDone={done} />
        )}
      </Panel>
      {shown?.kind === 'mark' ? (
        <MarkDialog body={body} {...shown.opened} mayCorrect={mayWrite} onClose={close} onDone={() => done()} />
      ) : null}
      {shown?.kind === 'session' ? (
        <SessionDialog body={body} session={shown.session} onClose={close} onDone={() => done()} />
      ) : null}
      {shown?.kind === 'rules' ? <RulesDialog body={body} onClose={close} onDone={() => done()} /> : null}
      {shown?.kind === 'leave' ? <EnterLeaveDialog body={body} onClose={close} onDone={() => done()} /> : null}
    </div>
  );
};
