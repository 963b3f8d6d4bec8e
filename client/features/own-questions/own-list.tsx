import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { OwnQuestion, OwnQuestionsBody } from '#contract/practice/own-questions.ts';
import { QuestionItem } from './question-item.tsx';

type Props = { body: OwnQuestionsBody; onChanged: () => void };

/** Shown at first: two thousand at once would make a phone stand still. */
const SHOWN = 50;
/** From here on a list is searched. */
const SEARCHED_FROM = 10;

/** What the school has; one that is deleted can be brought back at once. */
export const OwnList = ({ body, onChanged }: Props) => {
  const { t } = useTranslation('own-questions');
  const { isBusy, error, send } = useSubmit();
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const { questions, revision, most } = body;
  const found = questions.filter(({ id, stem }) => `${id} ${stem}`.toLowerCase().includes(words.trim().toLowerCase()));
  const bringBack = async (base: number, question: OwnQuestion) => {
    const reply = await send(() => call('POST /api/own-questions', {}, { base, file: '', rows: [question] }));
    if (reply !== null) onChanged();
  };
  const remove = async (question: OwnQuestion) => {
    const { id } = question;
    const reply = await send(() => call('POST /api/own-questions/remove', {}, { base: revision, ids: [id] }));
    if (reply === null) return;
    onChanged();
    showToast(t('list.deleted', { id }), 'plain', {
      label: t('list.undo'),
      run: () => void bringBack(reply.value.revision, question),
    });
  };
  return (
    <section aria-labelledby="list">
      <SectionHeader id="list" title={t('list.title')} note={t('list.note', { count: questions.length, most })} />
      <Refused error={error} className="mb-8" />
      <Panel>
        {questions.length < SEARCHED_FROM ? null : (
          <div className="border-line border-b px-18 py-10 max-pane:px-14">
            <TextField
              label={t('list.search')}
              value={words}
              type="search"
              className="max-w-360"
              onChange={(event) => setWords(event.target.value)}
            />
          </div>
        )}
        {questions.length === 0 ? (
          <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
        ) : found.length === 0 ? (
          <EmptyState title={t('list.none')} />
        ) : (
          <ul>
            {found.slice(0, shown).map((question) => (
              <li key={question.id} className="border-line border-b px-18 py-10 last:border-b-0 max-pane:px-14">
                <QuestionItem
                  question={question}
                  names={body}
                  aside={
                    <Button
                      size="s"
                      disabled={isBusy}
                      aria-label={t('list.deleteOne', { id: question.id })}
                      onClick={() => void remove(question)}
                    >
                      <Trash2 size={14} aria-hidden="true" />
                      <span className="max-pane:hidden">{t('list.delete')}</span>
                    </Button>
                  }
                />
              </li>
            ))}
          </ul>
        )}
        {found.length <= shown ? null : (
          <div className="border-line border-t px-18 py-10 max-pane:px-14">
            <Button onClick={() => setShown(shown + SHOWN)}>
              {t('list.more', { count: Math.min(SHOWN, found.length - shown) })}
            </Button>
          </div>
        )}
      </Panel>
    </section>
  );
};
