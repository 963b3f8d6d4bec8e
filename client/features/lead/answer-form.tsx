import { type FormEvent, useId, useRef, useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ChoiceRow } from '#client/ui/controls/choice-row.tsx';
import { AreaField, TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { LeadHow, LeadRequest } from '#contract/together/leads.ts';

const WAYS: readonly LeadHow[] = ['granted', 'refused', 'asked-back', 'passed-up'];
const HINTS: Readonly<Record<LeadHow, 'wordsGrant' | 'wordsRefuse' | 'wordsAsk' | 'wordsPass'>> = {
  granted: 'wordsGrant',
  refused: 'wordsRefuse',
  'asked-back': 'wordsAsk',
  'passed-up': 'wordsPass',
};
const WORDS_MAX = 200;
/** 30, 30.5, 30.50; above nought. */
const SUM = /^\d{1,5}(?:\.\d{1,2})?$/;

/** Cents of what was typed; null: nothing. Undefined: no sum. */
const centsOf = (text: string): number | null | undefined => {
  const typed = text.trim();
  if (typed === '') return null;
  const cents = SUM.test(typed) ? Math.round(Number(typed) * 100) : 0;
  return cents > 0 ? cents : undefined;
};

/** `crypto.randomUUID` is missing on plain-http addresses of a classroom. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The lead's answer to one request. Its draft stays while other requests come and go. */
export const AnswerForm = ({ seat, request }: { seat: string; request: LeadRequest }) => {
  const { t } = useTranslation('lead');
  const { isBusy, error, send } = useSubmit();
  const [how, setHow] = useState<LeadHow | null>(null);
  const [sum, setSum] = useState('');
  const [words, setWords] = useState('');
  const labelId = useId();
  const sending = useRef<{ text: string; id: string } | null>(null);
  const amount = centsOf(sum);
  const spoken = words.trim();
  const needsWords = (how === 'refused' || how === 'asked-back') && spoken.length < 2;
  const isSumBad = how === 'granted' && amount === undefined;
  const why = how === null ? t('answer.choose') : isSumBad ? t('answer.sumBad') : needsWords ? t('answer.need') : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (how === null || why !== null) return;
    const answer =
      how === 'granted' ? { how, amount: amount ?? null, words: spoken } : ({ how, words: spoken } as const);
    // The same answer sent again after a lost reply has the same id, a changed one another.
    const text = JSON.stringify(answer);
    if (sending.current?.text !== text) sending.current = { text, id: newId() };
    const body = { drill: request.drill, ask: request.ask, request: sending.current.id, answer };
    const sent = await send(() => call('POST /api/seats/:id/lead-answers', { id: seat }, body));
    if (sent !== null) showToast(t('answer.sent', { name: request.seat.name }));
  };

  return (
    <form className="grid gap-8" onSubmit={(event) => void submit(event)}>
      <p id={labelId} className="text-12 text-ink-2">
        {t('answer.label')}
      </p>
      <ChoiceRow
        label={t('answer.label')}
        className="max-w-full flex-wrap justify-self-start"
        value={how}
        options={WAYS.map((value) => ({ value, label: t(`how.${value}`) }))}
        size="m"
        onChange={setHow}
      />
      {how === 'granted' ? (
        <TextField
          className="max-w-260"
          label={t('answer.sum')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          value={sum}
          error={isSumBad ? t('answer.sumBad') : null}
          onChange={(event) => setSum(event.target.value)}
        />
      ) : null}
      {how === null ? null : (
        <AreaField
          label={t('answer.words')}
          lang="zh-CN"
          rows={2}
          maxLength={WORDS_MAX}
          placeholder={t(`answer.${HINTS[how]}`)}
          value={words}
          hint={needsWords ? t('answer.need') : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div className="flex flex-wrap items-center gap-10">
        <Button kind="primary" type="submit" disabledReason={isBusy ? '' : why}>
          {t('answer.send')}
        </Button>
        <Refused error={error} />
      </div>
    </form>
  );
};
