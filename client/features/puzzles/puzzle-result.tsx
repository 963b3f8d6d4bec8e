import { CircleAlert, CircleCheck, Copy, Minus, RotateCcw, X } from 'lucide-react';
import { Link } from 'react-router';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { ThreadFrame } from '#client/drill/thread/thread-frame.tsx';
import { NO_DRAFT, setDraft, usePuzzleDevice } from '#client/features/puzzles/model/device.ts';
import { chosenPuzzles, nextPuzzle } from '#client/features/puzzles/model/next-puzzle.ts';
import { copyText } from '#client/lib/copy-text.ts';
import { useShareLink } from '#client/lib/hooks/share-address.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { cx } from '#client/ui/cx.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PuzzleAnswerBody, PuzzleBody, PuzzleMenu, PuzzleResultBody } from '#contract/practice/puzzles.ts';
import { creditName, signed } from './today-list.tsx';

type Props = {
  puzzle: PuzzleBody;
  menu: PuzzleMenu | null;
  answer: PuzzleAnswerBody;
  result: PuzzleResultBody;
  conversation: ConversationView | null;
};

const verdictOf = ({ credit, isLate }: PuzzleResultBody): string => (isLate ? 'late' : creditName(credit));

/** What came of the answer: the verdict, the conversation with the customer's reaction, points, faults, and what next. */
export const PuzzleResult = ({ puzzle, menu, answer, result, conversation }: Props) => {
  const { t } = useTranslation('puzzles');
  const own = usePuzzleDevice((state) => state.solved[puzzle.card.id]);
  const rating = usePuzzleDevice((state) => state.rating);
  const verdict = verdictOf(result);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] border-line border-b bg-surface max-pane:grid-cols-1">
        <div className="px-20 py-14 max-pane:px-14" role="status">
          <p
            className={cx(
              'font-semibold text-18',
              result.credit === 1 ? 'text-good' : result.credit === 0 ? 'text-bad' : 'text-warn',
            )}
          >
            {t(`verdict.${verdict}`)}
          </p>
          <p className="text-ink-2">{t(`verdictText.${verdict}`)}</p>
        </div>
        {own === undefined ? null : (
          <div className="border-line border-l px-20 py-14 max-pane:border-t max-pane:border-l-0 max-pane:px-14 max-pane:py-8">
            <p className="text-12 text-ink-3">{t('rating')}</p>
            <p className="font-semibold text-20">
              {Math.round(rating.rating)}{' '}
              <span className={cx('text-14', own.delta < 0 ? 'text-bad' : 'text-good')}>{signed(own.delta)}</span>
            </p>
          </div>
        )}
      </div>
      {conversation === null ? null : (
        <div className="flex h-320 shrink-0 flex-col border-line border-b">
          <ThreadFrame conversation={conversation} shop={puzzle.shop} isLive={false} />
        </div>
      )}
      <div className="grid gap-18 px-20 py-16 max-pane:px-14">
        <Points result={result} />
        <Faults result={result} shop={puzzle.shop.id} />
        <Next puzzle={puzzle} menu={menu} answer={answer} result={result} />
      </div>
    </div>
  );
};

const ICONS = { covered: CircleCheck, unsure: CircleAlert, wrong: X, missed: X } as const;
const TONES = { covered: 'text-good', unsure: 'text-warn', wrong: 'text-bad', missed: 'text-bad' } as const;

const Points = ({ result }: { result: PuzzleResultBody }) => {
  const { t } = useTranslation('puzzles');
  const questions = result.questions.filter(({ points }) => points.length > 0);
  if (questions.length === 0) return null;
  return (
    <section>
      <h2 className="mb-8 font-semibold text-15">{t('points')}</h2>
      {questions.map(({ text, points, better }) => (
        <div key={text} className="mb-8 rounded-5 border border-line bg-surface">
          <h3 lang="zh-CN" className="border-line border-b px-14 py-8 text-ink-2">
            {text}
          </h3>
          <ul>
            {points.map((point) => {
              // A bonus point that wasn't told is no miss.
              const isSpare = !point.must && point.state === 'missed';
              const Icon = isSpare ? Minus : ICONS[point.state];
              return (
                <li
                  key={point.text}
                  className="flex items-start gap-10 border-line border-b px-14 py-8 last:border-b-0"
                >
                  <Icon
                    size={16}
                    aria-hidden="true"
                    className={cx('mt-2 shrink-0', isSpare ? 'text-ink-3' : TONES[point.state])}
                  />
                  <span lang="zh-CN" className="min-w-0 flex-1">
                    {point.text}
                  </span>
                  <span className={cx('shrink-0', isSpare ? 'text-ink-3' : TONES[point.state])}>
                    {t(isSpare ? 'state.spare' : `state.${point.state}`)}
                  </span>
                </li>
              );
            })}
          </ul>
          {better === null ? null : <Better text={better} className="mx-14 mb-10" />}
        </div>
      ))}
    </section>
  );
};

const Better = ({ text, className }: { text: string; className?: string }) => {
  const { t } = useTranslation('puzzles');
  return (
    <p className={cx('mt-8 border-good border-l-2 pl-12', className)}>
      <span className="block text-12 text-ink-3">{t('better')}</span>
      <span lang="zh-CN">{text}</span>
    </p>
  );
};

const Faults = ({ result, shop }: { result: PuzzleResultBody; shop: string }) => {
  const { t } = useTranslation('puzzles');
  if (result.faults.length === 0) return null;
  return (
    <section>
      <h2 className="mb-8 font-semibold text-15">{t('faults')}</h2>
      <ul className="grid gap-8">
        {result.faults.map((fault) => (
          <li key={`${fault.title} ${fault.why}`} className="rounded-5 border border-line bg-surface px-14 py-10">
            <h3 className="font-semibold">{fault.unsure ? t('inDoubt', { title: fault.title }) : fault.title}</h3>
            <p className="text-pretty text-ink-2">{fault.why}</p>
            {fault.better === null ? null : <Better text={fault.better} />}
            {fault.basis === null || fault.basis.kind === 'rule' ? null : (
              <p className="mt-8 text-12 text-ink-3">
                <span lang="zh-CN">{fault.basis.text}</span>{' '}
                <Link to={`/shop/${shop}#card-${fault.basis.id}`} className="link">
                  {t('card', { title: fault.basis.title })}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Next = ({ puzzle, menu, answer, result }: Omit<Props, 'conversation'>) => {
  const { t } = useTranslation('puzzles');
  const device = usePuzzleDevice();
  const shareLink = useShareLink();
  const { card } = puzzle;
  const left = menu?.today.find((id) => id !== card.id && device.solved[id] === undefined) ?? null;
  const same =
    menu === null ? null : nextPuzzle(chosenPuzzles(menu, { type: card.type, level: null }), device, [card.id]);
  const place = menu?.today.indexOf(card.id) ?? -1;
  const copy = async (): Promise<void> => {
    const seconds = Math.min(Math.round(answer.seconds), puzzle.seconds);
    const url = shareLink(`/puzzles/${card.id}`);
    const values = { seconds, url, verdict: t(`verdict.${verdictOf(result)}`), date: menu?.date ?? '', n: place + 1 };
    const isCopied = await copyText(t(place < 0 ? 'sharedAny' : 'sharedToday', values));
    showToast(t(isCopied ? 'copied' : 'notCopied'), isCopied ? 'plain' : 'bad');
  };
  return (
    <div className="flex flex-wrap items-center gap-8">
      {left === null ? (
        <ButtonLink kind="primary" size="l" to="/puzzles">
          {t('back')}
        </ButtonLink>
      ) : (
        <ButtonLink kind="primary" size="l" to={`/puzzles/${left}`}>
          {t('next')}
        </ButtonLink>
      )}
      <Button size="l" onClick={() => setDraft(card.id, NO_DRAFT)}>
        <RotateCcw size={14} aria-hidden="true" />
        {t('again')}
      </Button>
      {same === null ? null : (
        <ButtonLink size="l" kind="bare" to={`/puzzles/${same.id}`}>
          {t('sameType')}
        </ButtonLink>
      )}
      <Button size="l" kind="bare" onClick={() => void copy()}>
        <Copy size={14} aria-hidden="true" />
        {t('copy')}
      </Button>
      <span className="text-12 text-ink-3">{t('againText')}</span>
    </div>
  );
};
