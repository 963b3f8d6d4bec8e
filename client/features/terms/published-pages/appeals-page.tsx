import '#client/features/terms/published/strings.ts';
import '#client/features/terms/strings.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { sheetPath } from '#client/features/terms/model/term-paths.ts';
import { CellSource } from '#client/features/terms/source-strip.tsx';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate, marks } from '#client/lib/format.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { SheetAppealRow, SheetAppeals } from '#contract/terms/published.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { AppealEnd } from './appeal-end.tsx';

/** Appeals about a term's published sheet: the open ones with what the cell stands on, then the answered ones. */
export const SheetAppealsPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('published-sheets');
  useTitle(t('appeals.title'));
  return (
    <div className="mx-auto max-w-720">
      <OnlyFor who="staff">
        {() => (
          <LoadedTerm
            path={pathTo('GET /api/classes/:id/terms/:term/appeals', { id, term })}
            title={t('appeals.title')}
          >
            {(body, refresh) => <AppealsView body={body} refresh={refresh} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const AppealsView = ({ body, refresh }: { body: SheetAppeals; refresh: () => void }) => {
  const { t } = useTranslation('published-sheets');
  const open = body.appeals.filter(({ end }) => end === null);
  const answered = body.appeals.filter(({ end }) => end !== null);
  return (
    <>
      <BackLink to={sheetPath(body.class.id, body.term.id)}>{t('print.sheet')}</BackLink>
      <h1 className="font-semibold text-18">{t('appeals.title')}</h1>
      <p className="mb-12 text-ink-2">{clauses([body.class.name, body.term.name, t('appeals.about')])}</p>
      {body.appeals.length === 0 ? (
        <Panel>
          <EmptyState title={t('appeals.none')} text={t('appeals.noneText')} />
        </Panel>
      ) : (
        <>
          <SectionHeader isFirst title={t('appeals.open')} note={open.length === 0 ? t('appeals.noneOpen') : null} />
          {open.length === 0 ? null : <AppealList appeals={open} body={body} refresh={refresh} />}
          {answered.length === 0 ? null : (
            <>
              <SectionHeader title={t('appeals.answered')} />
              <AppealList appeals={answered} body={body} refresh={refresh} />
            </>
          )}
        </>
      )}
    </>
  );
};

type ListProps = { appeals: readonly SheetAppealRow[]; body: SheetAppeals; refresh: () => void };

const AppealList = ({ appeals, body, refresh }: ListProps) => (
  <Panel>
    <ol>
      {appeals.map((appeal) => (
        <AppealItem key={appeal.id} appeal={appeal} body={body} refresh={refresh} />
      ))}
    </ol>
  </Panel>
);

const AppealItem = ({ appeal, body, refresh }: Omit<ListProps, 'appeals'> & { appeal: SheetAppealRow }) => {
  const { t } = useTranslation('published-sheets');
  const [answering, setAnswering] = useState<'kept' | 'changed' | null>(null);
  const { no, name, column, version, value, text, at, now, most, end, mayAnswer } = appeal;
  const shown = (mark: number | null) => (mark === null ? t('missing') : marks(mark));
  const label = { name, column: column.name };
  return (
    <li className="border-line border-b px-16 py-10 last:border-b-0 max-pane:px-14">
      <p className="flex flex-wrap items-baseline gap-x-8">
        <b>{clauses([no, name])}</b>
        <span>{column.name}</span>
        <span className="ml-auto whitespace-nowrap text-12 text-ink-3">{longDate(at)}</span>
      </p>
      <p className="text-12 text-ink-2">
        {clauses([
          t('appeals.published', { version, value: shown(value), of: column.weight }),
          now === null || most === null ? t('appeals.gone') : t('appeals.now', { value: shown(now.value), of: most }),
        ])}
      </p>
      <p className="wrap-anywhere mt-4 whitespace-pre-wrap border-warn-solid border-l-3 pl-10">{text}</p>
      {end === null ? (
        <>
          <div className="mt-4 text-12">
            <CellSource column={column} cell={now ?? undefined} mayEnter={mayAnswer} />
          </div>
          <div className="mt-8 flex flex-wrap gap-8">
            {mayAnswer ? (
              <>
                <Button aria-label={t('appeals.keepTitle', label)} onClick={() => setAnswering('kept')}>
                  {t('appeals.keep')}
                </Button>
                {most === null ? null : (
                  <Button aria-label={t('appeals.changeTitle', label)} onClick={() => setAnswering('changed')}>
                    {t('appeals.change')}
                  </Button>
                )}
              </>
            ) : (
              <span className="text-12 text-ink-3">
                {t('appeals.notYours', { who: t(column.by === 'mentor' ? 'appeals.mentor' : 'appeals.teacher') })}
              </span>
            )}
          </div>
        </>
      ) : (
        <AppealEnd appeal={appeal} />
      )}
      {answering === null ? null : (
        <AnswerDialog
          address={{ id: body.class.id, term: body.term.id }}
          appeal={appeal}
          outcome={answering}
          onClose={() => setAnswering(null)}
          onDone={refresh}
        />
      )}
    </li>
  );
};
