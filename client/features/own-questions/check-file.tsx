import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ChoiceList } from '#client/ui/controls/choice-list.tsx';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { QuestionRow, QuestionsPreview } from '#contract/practice/own-questions.ts';
import { LaterFields, LaterForAll } from './later-fields.tsx';
import { type Names, QuestionItem } from './question-item.tsx';
import { useWrittenLater, type WrittenLater } from './use-written-later.ts';

type Props = { preview: QuestionsPreview; file: string; names: Names; onDone: () => void };
type Choice = 'mend' | 'good';

const GROUPS = ['faults', 'lacking', 'added', 'changed', 'unchanged'] as const;
const groupOf = ({ change, draft }: QuestionRow): (typeof GROUPS)[number] =>
  change ?? (draft === null ? 'faults' : 'lacking');
/** Longest name of a file that is kept. */
const NAME_MAX = 80;

/** What storing would do, before it is done: rows with faults first. A file with faults isn't stored unless that is chosen. */
export const CheckFile = ({ preview, file, names, onDone }: Props) => {
  const { t } = useTranslation('own-questions');
  const [choice, setChoice] = useState<Choice>('mend');
  const { isBusy, error, send } = useSubmit();
  const { rows, base } = preview;
  const rowsOf = (group: (typeof GROUPS)[number]) => rows.filter((row) => groupOf(row) === group);
  const later = useWrittenLater(rows);
  const lacking = later.open.length;
  const [faulty = 0, , added = 0, changed = 0, unchanged = 0] = GROUPS.map((group) => rowsOf(group).length);
  const sound = rows.flatMap(({ question, change }) => (question !== null && change !== 'unchanged' ? question : []));
  const stored = [...sound, ...later.whole];
  const blockReason =
    faulty === rows.length
      ? t('check.noneGood')
      : stored.length === 0
        ? t(lacking > 0 ? 'later.first' : 'check.nothing')
        : faulty + lacking !== 0 && choice === 'mend'
          ? t('check.chooseFirst')
          : null;
  const save = async () => {
    const body = { base, file: file.slice(0, NAME_MAX), rows: stored };
    if ((await send(() => call('POST /api/own-questions', {}, body))) === null) return;
    showToast(t('check.saved', { added: added + later.whole.length, changed }));
    onDone();
  };
  return (
    <section aria-labelledby="check">
      <SectionHeader id="check" isFirst title={t('check.title', { file })} />
      <Panel>
        <p aria-live="polite" className="border-line border-b px-18 py-10 font-semibold max-pane:px-14">
          {t('check.counts', { rows: rows.length, added, changed, unchanged, faulty: faulty + later.drafts })}
        </p>
        {later.drafts === 0 ? null : <LaterForAll later={later} />}
        <ScrollArea label={t('check.title', { file })} className="max-h-[60vh]">
          {GROUPS.map((group) => (
            <Group key={group} name={t(`check.${group}`)} rows={rowsOf(group)} names={names} later={later} />
          ))}
        </ScrollArea>
        <div className="flex flex-col gap-12 border-line border-t bg-soft px-18 py-12 max-pane:px-14">
          {faulty + lacking === 0 || stored.length === 0 ? null : (
            <ChoiceList
              label={t('check.how')}
              value={choice}
              onChange={setChoice}
              className="max-w-[420px]"
              options={[
                { value: 'mend', label: t('check.mend'), text: t('check.mendText') },
                { value: 'good', label: t('check.good'), text: t('check.goodText', { count: faulty + lacking }) },
              ]}
            />
          )}
          <Refused error={error} />
          <div className="flex flex-wrap items-center gap-8">
            <Button kind="primary" disabled={isBusy} disabledReason={blockReason} onClick={() => void save()}>
              {t('check.save', { count: stored.length })}
            </Button>
            <Button onClick={onDone}>{t('check.another')}</Button>
          </div>
        </div>
      </Panel>
    </section>
  );
};

type GroupProps = { name: string; rows: readonly QuestionRow[]; names: Names; later: WrittenLater };

const Group = ({ name, rows, names, later }: GroupProps) => {
  const { t } = useTranslation('own-questions');
  if (rows.length === 0) return null;
  return (
    <section aria-label={name}>
      <h3 className="border-line border-b bg-soft px-18 py-6 font-semibold text-12 text-ink-2 max-pane:px-14">
        {t('check.group', { name, count: rows.length })}
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.line} className="border-line border-b px-18 py-10 max-pane:px-14">
            {row.question === null ? (
              <>
                <FaultyRow row={later.isWhole(row.line) ? { ...row, faults: [] } : row} />
                {row.draft === null ? null : <LaterFields row={row} later={later} />}
              </>
            ) : (
              <QuestionItem
                question={row.question}
                names={names}
                before={row.before}
                line={t('check.line', { line: row.line })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const FaultyRow = ({ row: { stem, faults } }: { row: QuestionRow }) => {
  const { t } = useTranslation('own-questions');
  return (
    <>
      <p lang="zh-CN" className="break-words font-semibold">
        {stem === '' ? t('check.noStem') : stem}
      </p>
      <ul className="mt-4 flex flex-col gap-2">
        {faults.map(({ column, code, message }) => (
          <li key={`${column} ${code}`} className="flex gap-6 text-bad">
            <CircleAlert size={14} className="mt-4 shrink-0" aria-hidden="true" />
            <span className="min-w-0 text-pretty break-words">{message}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
