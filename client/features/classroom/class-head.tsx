import { Archive, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ClassBody } from '#contract/people.ts';
import { MentorsSeeRow } from './mentors-see.tsx';
import { RenameClass } from './rename-class.tsx';

type Props = { body: ClassBody; mayWrite: boolean; onChanged: () => void };

export const ClassHead = ({ body, mayWrite, onChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const [isRenaming, setIsRenaming] = useState(false);
  const { isBusy, error, send } = useSubmit();
  const toggleArchived = async () => {
    const willBeArchived = !body.archived;
    const reply = await send(() => call('POST /api/classes/:id', { id: body.id }, { archived: willBeArchived }));
    if (reply === null) return;
    showToast(t(willBeArchived ? 'class.archivedNow' : 'class.backNow', { name: body.name }));
    onChanged();
  };
  return (
    <header className="mb-12">
      <div className="flex flex-wrap items-center gap-8">
        <div className="min-w-0 flex-[1_1_220px]">
          <h1 className="flex flex-wrap items-center gap-x-8 font-semibold text-18">
            {body.name}
            {body.archived ? <Tag>{t('classes.archived')}</Tag> : null}
          </h1>
          <p className="text-ink-2">{t('class.line', { members: body.members, runs: body.runs })}</p>
        </div>
        <ButtonLink to={`/classes/${encodeURIComponent(body.id)}/terms`}>{t('class.terms')}</ButtonLink>
        <ButtonLink to={`/path/classes/${encodeURIComponent(body.id)}`}>{t('class.path')}</ButtonLink>
        <ButtonLink to={`/classes/${encodeURIComponent(body.id)}/report`}>{t('class.report')}</ButtonLink>
        <ButtonLink to={`/classes/${encodeURIComponent(body.id)}/handed-in`}>{t('class.handedIn')}</ButtonLink>
        {mayWrite ? (
          <div className="flex flex-wrap gap-8">
            <Button onClick={() => setIsRenaming(true)}>
              <Pencil size={14} aria-hidden="true" />
              {t('class.rename')}
            </Button>
            <Button disabled={isBusy} onClick={toggleArchived}>
              <Archive size={14} aria-hidden="true" />
              {t(body.archived ? 'class.restore' : 'class.archive')}
            </Button>
            {body.archived ? null : (
              <>
                <ButtonLink to={`/papers/new?class=${encodeURIComponent(body.id)}`}>{t('newPaper')}</ButtonLink>
                <ButtonLink to={`/exams/new?class=${encodeURIComponent(body.id)}`}>{t('newExam')}</ButtonLink>
                <ButtonLink to={`/projects/new?class=${encodeURIComponent(body.id)}`}>{t('newProject')}</ButtonLink>
              </>
            )}
            {body.archived ? null : (
              <ButtonLink kind="primary" to={`/runs/new?class=${encodeURIComponent(body.id)}`}>
                <Plus size={14} aria-hidden="true" />
                {t('newRun.title')}
              </ButtonLink>
            )}
          </div>
        ) : null}
      </div>
      {mayWrite ? <MentorsSeeRow body={body} onChanged={onChanged} /> : null}
      <Refused error={error} className="mt-8" />
      {isRenaming ? <RenameClass body={body} onClose={() => setIsRenaming(false)} onChanged={onChanged} /> : null}
    </header>
  );
};
