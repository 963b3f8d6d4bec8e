import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useNarrow, usePhone } from '#client/drill/model/desk-widths.ts';
import { ConversationMood } from '#client/drill/status/conversation-mood.tsx';
import { WaitClockContext } from '#client/drill/status/wait-clock.ts';
import { ThreadFrame } from '#client/drill/thread/thread-frame.tsx';
import { NO_DRAFT, setDraft, streakOn, usePuzzleDevice } from '#client/features/puzzles/model/device.ts';
import { conversationAfter } from '#client/features/puzzles/model/puzzle-view.ts';
import { DrillNow, puzzleWaitClock } from '#client/features/puzzles/model/puzzle-wait-clock.ts';
import { useAnswerClock } from '#client/features/puzzles/model/use-answer-clock.ts';
import { useResult } from '#client/features/puzzles/model/use-result.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { PuzzleBody, PuzzleMenu } from '#contract/practice/puzzles.ts';
import { PuzzleAnswer } from './puzzle-answer.tsx';
import { PuzzleResult } from './puzzle-result.tsx';
import { PuzzleSide } from './puzzle-side.tsx';
import { TodayList } from './today-list.tsx';

type Props = { puzzle: PuzzleBody; menu: PuzzleMenu | null };
type Pane = 'thread' | 'side';

/** The conversation so far, what the desk knows, and one answer. The customer's last words come with 开始. */
export const PuzzleDesk = ({ puzzle, menu }: Props) => {
  const { t } = useTranslation('puzzles');
  const { card, shop } = puzzle;
  const isNarrow = useNarrow();
  const isPhone = usePhone();
  const [pane, setPane] = useState<Pane>('thread');
  const draft = usePuzzleDevice((state) => state.drafts[card.id] ?? NO_DRAFT);
  const { result, error, retry } = useResult(card, draft.answer, menu);
  const seconds = useAnswerClock(draft.startedAt, draft.answer === null);
  const shownEvents = useMemo(
    () => [
      ...puzzle.before,
      ...(draft.startedAt === null ? [] : puzzle.asked),
      ...(result === null ? [] : result.after),
    ],
    [puzzle, draft.startedAt, result],
  );
  const conversation = useMemo(
    () => conversationAfter(puzzle.conversation, shownEvents),
    [puzzle.conversation, shownEvents],
  );
  const known = useMemo(
    () => conversation ?? conversationAfter(puzzle.conversation, [...puzzle.before, ...puzzle.asked]),
    [conversation, puzzle],
  );
  // The clock stood still until 开始, when the customer's last words were out.
  const now = (puzzle.asked.at(-1)?.event.at ?? 0) + Math.floor(seconds ?? 0) * 1000;
  const isOver = seconds !== null && seconds >= puzzle.seconds;
  // What stands in the composer when the time is up is no answer any more.
  useEffect(() => {
    if (isOver && draft.answer === null)
      setDraft(card.id, { answer: { text: '', acts: [], seconds: puzzle.seconds + 1 } });
  }, [isOver, draft.answer, card.id, puzzle.seconds]);
  return (
    <WaitClockContext value={puzzleWaitClock}>
      <DrillNow value={now}>
        <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] overflow-hidden">
          <Strip puzzle={puzzle} menu={menu} seconds={seconds}>
            {isNarrow ? (
              <Segmented
                label={t('pane.label')}
                value={pane}
                options={(['thread', 'side'] as const).map((value) => ({ value, label: t(`pane.${value}`) }))}
                onChange={setPane}
              />
            ) : null}
          </Strip>
          <main className="grid min-h-0 grid-cols-[284px_minmax(0,1fr)_372px] max-wide:grid-cols-[260px_minmax(0,1fr)_344px] max-side:grid-cols-[260px_minmax(0,1fr)] max-pane:grid-cols-[minmax(0,1fr)]">
            {isPhone ? null : (
              <div className="min-h-0 overflow-y-auto border-line border-r bg-surface">
                {menu === null ? null : <TodayList menu={menu} current={card.id} />}
                <p className="border-line border-t px-14 py-10 text-12 text-ink-3">{t('aboutToday')}</p>
              </div>
            )}
            {isNarrow && pane !== 'thread' ? null : (
              <section aria-label={t('pane.thread')} className="flex min-h-0 min-w-0 flex-col bg-canvas">
                {known === null ? null : (
                  <header className="flex h-40 shrink-0 items-center gap-10 border-line border-b bg-surface px-16 max-pane:px-12">
                    <h2 className="cut font-semibold">{known.name}</h2>
                    <Tag tone="line">{card.typeName}</Tag>
                    <ConversationMood conversation={known} />
                  </header>
                )}
                {result !== null && draft.answer !== null ? (
                  <PuzzleResult
                    puzzle={puzzle}
                    menu={menu}
                    answer={draft.answer}
                    result={result}
                    conversation={conversation}
                  />
                ) : (
                  <>
                    {conversation === null ? (
                      <p className="grid flex-1 place-items-center p-24 text-center text-ink-2">{t('opening')}</p>
                    ) : (
                      <ThreadFrame conversation={conversation} shop={shop} isLive={draft.startedAt !== null} />
                    )}
                    <PuzzleAnswer
                      puzzle={puzzle}
                      draft={draft}
                      seconds={seconds}
                      error={error}
                      isRead={conversation !== null}
                      onRetry={retry}
                    />
                  </>
                )}
              </section>
            )}
            {isNarrow && pane !== 'side' ? null : (
              <PuzzleSide puzzle={puzzle} draft={draft} conversation={known} isHandedIn={draft.answer !== null} />
            )}
          </main>
        </div>
      </DrillNow>
    </WaitClockContext>
  );
};

type StripProps = Props & { seconds: number | null; children: ReactNode };

const Strip = ({ puzzle, menu, seconds, children }: StripProps) => {
  const { t } = useTranslation('puzzles');
  const { card } = puzzle;
  const device = usePuzzleDevice();
  const place = menu?.today.indexOf(card.id) ?? -1;
  const answer = device.drafts[card.id]?.answer ?? null;
  const left = Math.max(0, Math.ceil(puzzle.seconds - (seconds ?? 0)));
  return (
    <header className="flex min-h-48 items-stretch border-line border-b bg-surface max-pane:flex-wrap">
      <div className="flex w-284 shrink-0 items-center gap-8 border-line border-r pr-12 pl-8 max-wide:w-260 max-pane:h-48 max-pane:w-auto max-pane:flex-1 max-pane:border-r-0">
        <ButtonLink to="/puzzles" kind="bare" size="s" square aria-label={t('back')} title={t('back')}>
          <ChevronLeft size={16} aria-hidden="true" />
        </ButtonLink>
        <div className="min-w-0 leading-[18px]">
          <h1 className="cut font-semibold">
            {place < 0 ? <span lang="zh-CN">{card.title}</span> : t('todayNo', { n: place + 1 })}
          </h1>
          <p className="cut text-12 text-ink-3">{t('typeAndRating', { type: card.typeName, rating: card.rating })}</p>
        </div>
      </div>
      <Figure
        label={t('rating')}
        value={Math.round(device.rating.rating)}
        unit={t('plusMinus', { n: Math.round(device.rating.rd) })}
        className="max-pane:hidden"
      />
      <Figure
        label={t('streak')}
        value={streakOn(device.streak, menu?.date ?? device.streak.date)}
        unit={t('days')}
        className="max-pane:hidden"
      />
      <span className="flex-1 max-pane:hidden" />
      <span className="flex items-center px-12 max-pane:order-3 max-pane:w-full max-pane:pb-8 [&:empty]:hidden">
        {children}
      </span>
      <Figure
        label={t(answer === null ? 'left' : 'used')}
        value={answer === null ? left : Math.min(Math.round(answer.seconds), puzzle.seconds)}
        unit={t('seconds')}
        className="border-r-0 border-l"
        {...(answer === null && seconds !== null && left <= WARN_S ? { tone: left <= BAD_S ? 'bad' : 'warn' } : {})}
      />
    </header>
  );
};
const WARN_S = 30;
const BAD_S = 10;
