import { type FormEvent, useState } from 'react';
import { keepCredit } from '#client/features/policy-reading/model/device.ts';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ReadingMenu, ReadingVerdict } from '#contract/practice/policy-readings.ts';
import { VerdictView } from './verdict-view.tsx';

/** Most characters of an answer, as the server takes them. */
const LONGEST = 300;

type Props = { reading: ReadingMenu['readings'][number]; onNext: () => void };

/** The customer's question, the card, and a field; then what came of it, and another go or the next. */
export const ReadingForm = ({ reading: { id, shopName, customer, card }, onNext }: Props) => {
  const { t } = useTranslation('policy-reading');
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<ReadingVerdict | null>(null);
  const { isBusy, error, send } = useSubmit();
  const isEmpty = text.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty || isBusy) return;
    const judged = await send(() => call('POST /api/policy-readings/:id/answers', { id }, { text }));
    if (judged === null) return;
    keepCredit(id, judged.value.credit);
    setVerdict(judged.value);
  };
  return (
    <div className="grid gap-14 px-24 py-16 max-pane:px-14">
      <section aria-label={t('asks')}>
        <p className="text-12 text-ink-3">{t('asksAt', { shop: shopName })}</p>
        <p lang="zh-CN" className="mt-2 text-15">
          {customer}
        </p>
      </section>
      <section aria-label={t('card')} className="rounded-8 border border-line bg-sunken px-14 py-10">
        <p lang="zh-CN" className="font-semibold">
          {card.title}
        </p>
        <p lang="zh-CN" className="mt-2">
          {card.text}
        </p>
        <p lang="zh-CN" className="mt-4 text-12 text-ink-3">
          {card.source}
        </p>
      </section>
      <form onSubmit={(event) => void submit(event)} className="grid gap-8">
        <AreaField
          label={t('answer')}
          hint={t('hint')}
          lang="zh-CN"
          rows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="flex flex-wrap items-center gap-8">
          <Button kind={verdict === null ? 'primary' : 'plain'} type="submit" disabled={isEmpty || isBusy}>
            {t(verdict === null ? 'judge' : 'judgeAgain')}
          </Button>
          <Button kind={verdict === null ? 'bare' : 'primary'} onClick={onNext}>
            {t(verdict === null ? 'skip' : 'next')}
          </Button>
        </div>
        <Refused error={error} />
      </form>
      {verdict === null ? null : <VerdictView verdict={verdict} />}
    </div>
  );
};
