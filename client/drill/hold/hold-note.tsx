import './strings.ts';
import type { ThreadItem } from '#client/drill/model/drill-view.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useSecondsUntil } from './hold-clock.ts';
import { usePromiser } from './promiser.ts';

type Item = Extract<ThreadItem, { kind: 'hold' }>;

/** A hold in a thread: what and until when, and what became of it. */
export const HoldNote = ({ item }: { item: Item }) => {
  const { t } = useTranslation('hold');
  const { at, words, hold } = item;
  const name = usePromiser(hold.from);
  const until = clock(Math.max(0, hold.backBy));
  const values = { at: clock(at), until, words };
  return (
    <p>
      <span lang="zh-CN">{name === null ? t('note.began', values) : t('note.came', { ...values, name })}</span>{' '}
      <Outcome item={item} />
    </p>
  );
};

const SECOND_MS = 1000;

const Outcome = ({ item: { hold, isPassed, isGone } }: { item: Item }) => {
  const { t } = useTranslation('hold');
  const left = useSecondsUntil(hold.backBy);
  const { ended, backBy } = hold;
  if (ended === null) {
    if (isGone) return <b className="text-warn">{t('note.left')}</b>;
    return left > 0 ? null : <b className="text-bad">{t('note.due', { n: -left })}</b>;
  }
  const late = Math.ceil((ended.at - backBy) / SECOND_MS);
  const at = clock(ended.at);
  if (ended.by !== null)
    return late > 0 ? (
      <b className="text-warn">{t('note.late', { at, n: late })}</b>
    ) : (
      <span className="text-good">{t('note.kept', { at })}</span>
    );
  if (ended.how === 'dropped') return <span>{t('note.dropped', { at })}</span>;
  if (isPassed) return <span>{t('note.passed')}</span>;
  return late > 0 ? <b className="text-warn">{t('note.gone', { n: late })}</b> : <span>{t('note.early')}</span>;
};
