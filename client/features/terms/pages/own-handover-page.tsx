import '#client/features/terms/handover/strings.ts';
import { useParams } from 'react-router';
import { NoteForm } from '#client/features/terms/handover/note-form.tsx';
import { NoteList } from '#client/features/terms/handover/note-list.tsx';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { OWN_TERMS_PATH } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { HandoverNote, OwnHandover } from '#contract/terms/handover.ts';

/** 交接班记录 of one's own team: written for the other shift, and taken over from it. */
export const OwnHandoverPage = () => {
  const { term = '' } = useParams();
  const { t } = useTranslation('handover');
  useTitle(t('title'));
  return (
    <div className="mx-auto max-w-720">
      <BackLink to={OWN_TERMS_PATH}>{t('ui:ownTerms')}</BackLink>
      <LoadedTerm path={pathTo('GET /api/my-terms/:term/handover', { term })} title={t('title')}>
        {(body, refresh) => <OwnHandoverView body={body} refresh={refresh} />}
      </LoadedTerm>
    </div>
  );
};

const OwnHandoverView = ({ body, refresh }: { body: OwnHandover; refresh: () => void }) => {
  const { t } = useTranslation('handover');
  const { isBusy, error, send } = useSubmit();
  const { term, place, notes, left, open } = body;
  const take = async ({ id }: HandoverNote) => {
    const where = { term: term.id, note: id };
    const stored = await send(() => call('POST /api/my-terms/:term/handover/:note/take', where));
    // Somebody else may have been quicker: the list says who.
    refresh();
    if (stored !== null) showToast(t('tookIt'));
  };
  const remove = async ({ id }: HandoverNote) => {
    const where = { term: term.id, note: id };
    await send(() => call('POST /api/my-terms/:term/handover/:note/remove', where));
    refresh();
  };
  return (
    <>
      <header className="mb-12">
        <h1 className="font-semibold text-18">{t('title')}</h1>
        <p className="text-ink-2">
          {clauses([
            term.name,
            place?.team,
            place === null || place.shift === null ? null : t(`shift.${place.shift}`),
            open === 0 ? null : t('toTake', { n: open }),
          ])}
        </p>
      </header>
      {place === null ? (
        <Panel>
          <EmptyState title={t('noPlace')} text={t('noPlaceText')} />
        </Panel>
      ) : (
        <>
          {place.shift === null ? (
            <Notice className="mb-12">{t('noShift')}</Notice>
          ) : (
            <Panel className="mb-12">
              <NoteForm
                term={term.id}
                onDone={() => {
                  showToast(t('write.done'));
                  refresh();
                }}
              />
            </Panel>
          )}
          <Refused error={error} className="mb-12" />
          <Panel>
            {notes.length === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <NoteList
                notes={notes}
                left={left}
                action={(note) =>
                  note.mayTake ? (
                    <Button
                      kind="primary"
                      className="mt-8"
                      disabled={isBusy}
                      aria-label={t('takeOf', { by: note.by, text: note.text })}
                      onClick={() => void take(note)}
                    >
                      {t('take')}
                    </Button>
                  ) : note.mine && note.taken === null ? (
                    <Button kind="bare" className="mt-8" disabled={isBusy} onClick={() => void remove(note)}>
                      {t('remove')}
                    </Button>
                  ) : null
                }
              />
            )}
          </Panel>
        </>
      )}
    </>
  );
};
