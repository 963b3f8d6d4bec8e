import { useRef, useState } from 'react';
import type { Answer } from '#client/lib/api.ts';
import { longDate } from '#client/lib/format.ts';
import { useLeaving } from '#client/lib/hooks/use-leaving.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ChoiceRow } from '#client/ui/controls/choice-row.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ShownSideIndicator, SideForm as SideFormBody, SideMarks } from '#contract/terms/sides.ts';
import { type Draft, type DraftState, useSideDraft } from './use-side-draft.ts';

const MARKS = ['1', '2', '3', '4', '5'] as const;
/** Characters: the server takes as many. */
const LONGEST_NOTE = 200;

type Send = (marks: SideMarks) => Promise<Answer<{ at: number }>>;
type Props = { form: SideFormBody; saveDraft: Send; handIn: Send; onDone: () => void };

/** One short page: a mark for each indicator beside what the data says, a sentence, and the button. Each mark is kept as it is given. */
export const SideForm = ({ form, saveDraft, handIn, onDone }: Props) => {
  const { t } = useTranslation('sides');
  const { indicators, version } = form;
  const start = form.draft ?? form.given ?? { marks: {}, note: '' };
  const known = indicators.map(({ id }) => id);
  const [draft, setDraft] = useState<Draft>({
    marks: Object.fromEntries(Object.entries(start.marks).filter(([id]) => known.includes(id))),
    note: start.note,
  });
  const noteKept = useRef(start.note);
  const { state, keep, settle } = useSideDraft((kept) => saveDraft({ version, ...kept }));
  const { isBusy, error, send } = useSubmit();
  const left = known.filter((id) => draft.marks[id] === undefined).length;
  const change = (next: Draft, isKept = true) => {
    setDraft(next);
    if (!isKept) return;
    noteKept.current = next.note.trim();
    keep({ ...next, note: next.note.trim() });
  };
  const keepNote = () => {
    if (draft.note.trim() !== noteKept.current) change(draft);
  };
  useLeaving(keepNote);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        if (left > 0 || isBusy) return;
        await settle();
        const done = await send(() => handIn({ version, marks: draft.marks, note: draft.note.trim() }));
        if (done !== null) onDone();
      }}
    >
      {form.given === null ? null : (
        <Notice className="mb-8">
          {t('form.given', { by: form.given.by, date: longDate(form.given.at) })}
          {form.given.earlier ? t('form.earlier') : null}
        </Notice>
      )}
      <Panel>
        {indicators.map((indicator, place) => (
          <IndicatorField
            key={indicator.id}
            indicator={indicator}
            figure={form.figures[place] ?? null}
            value={draft.marks[indicator.id] ?? null}
            onChange={(mark) => {
              const { [indicator.id]: _, ...others } = draft.marks;
              change({ ...draft, marks: mark === null ? others : { ...others, [indicator.id]: mark } });
            }}
          />
        ))}
        <div className="px-14 py-10">
          <AreaField
            label={t('form.note')}
            hint={t('form.noteHint', { n: draft.note.length, of: LONGEST_NOTE })}
            rows={2}
            maxLength={LONGEST_NOTE}
            value={draft.note}
            onChange={(event) => change({ ...draft, note: event.target.value }, false)}
            onBlur={keepNote}
          />
        </div>
      </Panel>
      <Refused error={error} className="mt-8" />
      <div className="mt-12 flex flex-wrap items-center gap-8 max-pane:px-14">
        <Button
          kind="primary"
          type="submit"
          disabled={isBusy}
          disabledReason={left > 0 ? t('form.left', { n: left }) : null}
        >
          {t(form.given === null ? 'form.handIn' : 'form.handInAgain')}
        </Button>
        <Kept state={state} at={form.draft?.at ?? null} onRetry={() => change(draft)} />
      </div>
    </form>
  );
};

type FieldProps = {
  indicator: ShownSideIndicator;
  figure: string | null;
  value: number | null;
  onChange: (mark: number | null) => void;
};

const IndicatorField = ({ indicator, figure, value, onChange }: FieldProps) => {
  const { t } = useTranslation('sides');
  const { name, low, middle, high, formula } = indicator;
  return (
    <section aria-label={name} className="border-line border-b px-14 py-10">
      <h2 className="font-semibold">{name}</h2>
      {formula === null ? null : (
        <p className="text-12">
          {figure ?? t('noFigure')}
          <span className="block text-ink-3">{t('form.formula', { text: formula })}</span>
        </p>
      )}
      <ChoiceRow
        label={name}
        size="m"
        className="my-6 w-full [&>*]:flex-1"
        value={MARKS.find((mark) => mark === String(value)) ?? null}
        options={MARKS.map((mark) => ({ value: mark, label: mark }))}
        onChange={(mark) => onChange(mark === null ? null : Number(mark))}
      />
      <dl className="grid grid-cols-3 gap-8 text-12 text-ink-2">
        {([low, middle, high] as const).map((text, place) => (
          <div key={MARKS[2 * place]} className={place === 0 ? '' : place === 1 ? 'text-center' : 'text-right'}>
            <dt className="font-semibold">{t('form.mark', { n: 1 + 2 * place })}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Kept = ({ state, at, onRetry }: { state: DraftState; at: number | null; onRetry: () => void }) => {
  const { t } = useTranslation('sides');
  if (state.state === 'failed')
    return (
      <span role="alert" className="flex items-center gap-6 text-bad">
        {t('form.unsaved', { why: state.error.message })}
        <Button onClick={onRetry}>{t('form.retry')}</Button>
      </span>
    );
  const text =
    state.state === 'saving'
      ? t('form.saving')
      : state.state === 'saved'
        ? t('form.saved', { date: longDate(state.at) })
        : at === null
          ? ''
          : t('form.draftOf', { date: longDate(at) });
  return (
    <span role="status" className="text-12 text-ink-3">
      {text}
    </span>
  );
};
