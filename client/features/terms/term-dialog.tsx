import { call } from '#client/lib/api.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { DAY_MS } from '#client/lib/spans.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { TermRow } from '#contract/terms/term.ts';

const FORM = 'term-form';
const LONGEST_DAYS = 366;
const daysBetween = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;

type Props = {
  classId: string;
  /** Null: a new one. */
  term: TermRow | null;
  onClose: () => void;
  onDone: (term: TermRow) => void;
};

/** A term's name, first and last day. */
export const TermDialog = ({ classId, term, onClose, onDone }: Props) => {
  const { t } = useTranslation('terms');
  const { isBusy, error, send } = useSubmit();
  const form = useForm(
    { name: term?.name ?? '', firstDay: term?.firstDay ?? '', lastDay: term?.lastDay ?? '' },
    ({ name, firstDay, lastDay }) => ({
      name: name.trim() === '' ? t('form.noName') : null,
      firstDay: firstDay === '' ? t('form.noDay') : null,
      lastDay:
        lastDay === ''
          ? t('form.noDay')
          : firstDay !== '' && daysBetween(firstDay, lastDay) < 1
            ? t('form.before')
            : daysBetween(firstDay, lastDay) > LONGEST_DAYS
              ? t('form.long')
              : null,
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={t(term === null ? 'form.new' : 'form.change')}
      description={t('form.about')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM} disabled={isBusy}>
            {t(term === null ? 'form.make' : 'ui:save')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        ref={form.form}
        noValidate
        className="flex flex-col gap-12 py-4"
        onSubmit={form.submit(async (body) => {
          const reply = await send(() =>
            term === null
              ? call('POST /api/classes/:id/terms', { id: classId }, body)
              : call('POST /api/classes/:id/terms/:term', { id: classId, term: term.id }, body),
          );
          if (reply !== null) onDone(reply.value);
        })}
      >
        <TextField
          label={t('form.name')}
          hint={t('form.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.field('name')}
        />
        <div className="grid grid-cols-2 gap-12 max-pane:grid-cols-1">
          <TextField label={t('form.firstDay')} type="date" {...form.field('firstDay')} />
          <TextField label={t('form.lastDay')} type="date" {...form.field('lastDay')} />
        </div>
        <Refused error={error} />
      </form>
    </Dialog>
  );
};
