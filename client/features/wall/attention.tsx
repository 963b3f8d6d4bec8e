import { Hourglass, type LucideIcon, OctagonAlert, Smartphone, TriangleAlert, UserX, WifiOff, X } from 'lucide-react';
import { AskingButtons } from '#client/features/wall/lobby/asking-buttons.tsx';
import { type Attention, attentionOf } from '#client/features/wall/model/wall-attention.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { quotesSpokenWords } from '#client/features/wall/model/wall-quote.ts';
import { dismissAttention, useWallUi } from '#client/features/wall/model/wall-ui.ts';
import { tiersOf } from '#client/features/wall/model/wall-waits.ts';
import { runningWait } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { cx } from '#client/ui/cx.ts';
import type { LiveFault } from '#contract/wall.ts';

const ATTENTION_LOOKS: Record<Attention['kind'], { Icon: LucideIcon; tone: string }> = {
  'red-line': { Icon: OctagonAlert, tone: 'text-bad' },
  fault: { Icon: TriangleAlert, tone: 'text-warn' },
  left: { Icon: UserX, tone: 'text-warn' },
  waited: { Icon: Hourglass, tone: 'text-warn' },
  asking: { Icon: Smartphone, tone: 'text-accent' },
  lost: { Icon: WifiOff, tone: 'text-ink' },
};

/** 需要看一眼: newest first; each can be put away, and opens the seat. */
export const AttentionList = ({ onOpen }: { onOpen: (seat: string) => void }) => {
  const { t } = useTranslation('wall');
  const dismissedIds = useWallUi((state) => state.dismissedIds);
  const now = useWallClock((state) => state.now);
  // Read once a second and not with each message, of which four come a second.
  const entries = attentionOf(useRun.getState().tiles, now, dismissedIds, tiersOf(useRun.getState()));
  return (
    <section aria-labelledby="attention" className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-48 shrink-0 items-center gap-8 border-line border-b px-16">
        <h2 id="attention" className="font-semibold text-18">
          {t('attention.title')}
        </h2>
        <span className="text-16 text-ink-3">{entries.length}</span>
        {entries.length > 1 ? (
          <Button
            size="s"
            kind="bare"
            className="ml-auto"
            onClick={() => dismissAttention(...entries.map((attention) => attention.id))}
          >
            {t('attention.allAway')}
          </Button>
        ) : null}
      </div>
      <ScrollArea label={t('attention.title')} className="min-h-0 flex-1">
        {entries.length === 0 ? (
          <p className="px-16 py-16 text-14 text-ink-2">{t('attention.none')}</p>
        ) : (
          <ul>
            {entries.map((attention) => (
              <AttentionItem key={attention.id} attention={attention} onOpen={onOpen} />
            ))}
          </ul>
        )}
      </ScrollArea>
    </section>
  );
};

/** Says what is the matter, and quotes the words it is about. */
const useAttentionText = (): ((attention: Attention) => { headline: string; text: string }) => {
  const { t } = useTranslation('wall');
  const quoteText = (fault: LiveFault): string =>
    quotesSpokenWords(fault) ? t('quote', { text: fault.quote }) : fault.quote;
  return (attention) => {
    switch (attention.kind) {
      case 'red-line': {
        const { fault, count } = attention;
        if (fault === null) return { headline: t('flag.redLines', { n: count }), text: '' };
        return { headline: t('flag.redLine', { title: fault.title }), text: quoteText(fault) };
      }
      case 'fault':
        return { headline: attention.fault.title, text: quoteText(attention.fault) };
      case 'left':
        return { headline: t('attention.left', { n: attention.count }), text: '' };
      case 'waited':
        return {
          headline: t('attention.waited'),
          text: t('attention.waitedText', {
            name: attention.customer,
            time: runningWait(Math.ceil(attention.waitedMs / 1000)),
          }),
        };
      case 'asking':
        return { headline: t('attention.asking'), text: t('attention.askingText') };
      case 'lost':
        return { headline: t('attention.lost'), text: attention.held ? t('attention.lostText') : '' };
    }
  };
};

const AttentionItem = ({ attention, onOpen }: { attention: Attention; onOpen: (seat: string) => void }) => {
  const { t } = useTranslation('wall');
  const { Icon, tone } = ATTENTION_LOOKS[attention.kind];
  const { headline, text } = useAttentionText()(attention);
  return (
    <li className="border-line border-b px-16 py-8 text-16">
      <div className="flex items-start gap-8">
        <Icon size={16} className={cx('mt-3 shrink-0', tone)} aria-hidden="true" />
        <button
          type="button"
          className={cx('min-w-0 flex-1 rounded-3 text-left font-semibold hover:underline', tone)}
          onClick={() => onOpen(attention.seat)}
        >
          {t('attention.head', { who: `${attention.no} ${attention.name}`.trim(), what: headline })}
        </button>
        <span className="shrink-0 text-14 text-ink-3">
          {attention.agoMs === null ? null : <TimeAgo ms={attention.agoMs} />}
        </span>
        <Button size="s" square kind="bare" aria-label={t('putAway')} onClick={() => dismissAttention(attention.id)}>
          <X size={14} aria-hidden="true" />
        </Button>
      </div>
      {text === '' ? null : <p className="line-clamp-2 pl-24 text-ink-2 wrap-anywhere">{text}</p>}
      {attention.kind === 'asking' ? (
        <div className="pt-6 pl-24">
          <AskingButtons seat={attention.seat} name={attention.name} />
        </div>
      ) : null}
    </li>
  );
};

const TimeAgo = ({ ms }: { ms: number }) => {
  const { t } = useTranslation('wall');
  return ms < 60_000 ? t('ago.s', { n: Math.floor(ms / 1000) }) : t('ago.min', { n: Math.floor(ms / 60_000) });
};
