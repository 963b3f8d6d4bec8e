import type { CSSProperties } from 'react';
import type { ShownLine } from '#client/features/inspection/model/lines.ts';
import type { QuoteTarget } from '#client/features/inspection/model/marking.ts';
import { clock, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

type Props = {
  lines: readonly ShownLine[];
  /** How many faults quote a line. */
  quotes: ReadonlyMap<string, number>;
  /** What a clicked line is quoted for; null: nothing is. */
  quoting: QuoteTarget | null;
  onQuote: (line: string) => void;
};

/** What was said and done, in order. The trainee's lines and operations are buttons while a fault waits for its line. */
export const Transcript = ({ lines, quotes, quoting, onQuote }: Props) => {
  const { t } = useTranslation('inspection');
  return (
    <>
      {quoting === null ? null : (
        <p className="shrink-0 border-line border-b bg-tint px-16 py-6 text-12 text-accent max-pane:px-12">
          {t('quoteFor', { title: quoting.title })}
        </p>
      )}
      <div
        role="log"
        aria-live="off"
        aria-label={t('pane.thread')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-16 py-10 focus-visible:-outline-offset-2 max-pane:px-12"
      >
        {lines.map((line) => (
          <Line key={line.id} line={line} quotes={quotes.get(line.id) ?? 0} quoting={quoting} onQuote={onQuote} />
        ))}
      </div>
    </>
  );
};

/** Time and wait in front; styles, not classes: the desk's own sheet has every class of every page. */
const COLUMNS: CSSProperties = { gridTemplateColumns: '64px minmax(0, 1fr)' };
const BUBBLE: CSSProperties = { maxWidth: '88%' };
const RING: CSSProperties = { boxShadow: '0 0 0 2px var(--color-accent)' };

type LineProps = Pick<Props, 'quoting' | 'onQuote'> & { line: ShownLine; quotes: number };

const Line = ({ line, quotes, quoting, onQuote }: LineProps) => {
  const { t } = useTranslation('inspection');
  const isOwn = line.by === 'trainee' || line.by === 'action';
  const isQuoted = quoting !== null && quoting.line === line.id;
  const look = cx(
    'block rounded-5 px-10 py-5 text-left wrap-anywhere',
    line.by === 'trainee' && 'border border-line-2 bg-mine',
    line.by === 'action' && 'border border-line-2 border-dashed bg-surface text-ink-2',
    !isOwn && line.by !== 'event' && 'border border-line bg-surface',
    (line.by === 'event' || line.by === 'withdrawn') && 'text-12 text-ink-3',
  );
  const words = (
    <>
      {line.name === undefined ? null : <span className="block text-12 text-ink-3">{line.name}</span>}
      {line.by === 'action' ? t('operation', { text: line.text }) : line.text}
    </>
  );
  return (
    <div className="grid gap-x-10 py-3" style={COLUMNS}>
      <span className="pt-6 text-right text-12 text-ink-3 leading-[16px]">
        {clock(line.at)}
        {line.waited === null ? null : (
          <b className="block font-normal text-ink-2">
            {line.isFirstAnswer ? t('firstAnswer', { text: seconds(line.waited) }) : seconds(line.waited)}
          </b>
        )}
      </span>
      <div className={cx('flex min-w-0 flex-col', isOwn ? 'items-end' : 'items-start')}>
        <div lang="zh-CN" style={BUBBLE}>
          {isOwn && quoting !== null ? (
            <button
              type="button"
              aria-pressed={isQuoted}
              className={cx(look, 'hover:bg-soft')}
              {...(isQuoted ? { style: RING } : {})}
              onClick={() => onQuote(line.id)}
            >
              {words}
            </button>
          ) : (
            <div className={look}>{words}</div>
          )}
        </div>
        {line.no === null && quotes === 0 ? null : (
          <span className="flex items-center gap-6 pt-2 text-12 text-ink-3">
            {line.no === null ? null : t('line', { n: line.no })}
            {quotes === 0 ? null : <Tag>{t('quoted', { n: quotes })}</Tag>}
          </span>
        )}
      </div>
    </div>
  );
};
