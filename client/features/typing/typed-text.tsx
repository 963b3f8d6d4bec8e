import { useLayoutEffect, useRef } from 'react';
import { type Piece, piecesOf } from '#client/features/typing/model/text-pieces.ts';
import type { TextRun } from '#client/features/typing/model/text-run.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

const LOOKS: Record<Piece['kind'], string> = {
  right: 'text-ink-3',
  wrong: 'relative text-bad underline decoration-3 decoration-bad-solid underline-offset-8',
  missed: 'relative text-bad underline decoration-3 decoration-bad-solid decoration-dashed underline-offset-8',
  current: 'bg-tint py-4 shadow-[inset_0_-3px_var(--color-accent)]',
  rest: '',
};

type Props = {
  id: string;
  run: TextRun;
  /** How far the own best run was by now; null: there is none. */
  ghostPlace: number | null;
  /** On a narrow page. */
  isNarrow?: boolean;
};

/**
 * The text with what has been typed of it: done, wrong with what was typed above it, missed, and the next character. On
 * a phone three rows of it stand above the keyboard and follow the typing. A screen reader has the plain text.
 */
export const TypedText = ({ id, run, ghostPlace, isNarrow = false }: Props) => {
  const { t } = useTranslation('typing');
  const box = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLSpanElement>(null);
  const { reached } = run.alignment;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box follows the place that was reached
  useLayoutEffect(() => {
    if (box.current === null) return;
    const rowPx = Number.parseFloat(getComputedStyle(box.current).lineHeight) || 1;
    // One row of what was typed stays above the one that is being typed.
    const row = Math.floor((current.current?.offsetTop ?? 0) / rowPx);
    box.current.scrollTop = Math.max(0, row - 1) * rowPx;
  }, [reached, run.text]);
  return (
    <>
      <p id={id} lang="zh-CN" className="sr-only">
        {t('text.plain', { text: run.text.join('') })}
      </p>
      <div
        ref={box}
        aria-hidden="true"
        lang="zh-CN"
        className={cx(
          'relative border border-line bg-surface pt-22 pb-26 text-[28px] leading-[62px] wrap-anywhere [text-autospace:no-autospace] max-pane:-mx-14 max-pane:max-h-138 max-pane:overflow-hidden max-pane:border-x-0 max-pane:px-14 max-pane:py-0 max-pane:text-20 max-pane:leading-[46px]',
          isNarrow ? 'px-24' : 'px-44',
        )}
      >
        {piecesOf(run, ghostPlace).map((piece) => (
          <span key={piece.from}>
            {piece.extra === '' ? null : <Note text={t('text.extra', { typed: piece.extra })} isBefore />}
            {piece.hasGhost ? <Ghost label={t('race.ghost')} /> : null}
            <span ref={piece.kind === 'current' ? current : null} className={LOOKS[piece.kind]}>
              {piece.kind === 'wrong' ? <Note text={piece.typed} /> : null}
              {piece.kind === 'missed' ? <Note text={t('text.missed')} /> : null}
              {piece.text}
            </span>
          </span>
        ))}
      </div>
    </>
  );
};

/** Above the character; what was typed too much stands above the gap. */
const Note = ({ text, isBefore = false }: { text: string; isBefore?: boolean }) => (
  <span className={isBefore ? 'relative' : undefined}>
    <span
      className={cx(
        'absolute left-1/2 -translate-x-1/2 whitespace-nowrap text-13 text-bad leading-[18px] no-underline max-pane:text-11',
        isBefore ? '-top-14 max-pane:-top-12' : '-top-12 max-pane:-top-10',
      )}
    >
      {text}
    </span>
  </span>
);

/** A quiet second caret: there the own best run was at this time. */
const Ghost = ({ label }: { label: string }) => (
  <span data-ghost="" className="relative">
    <span className="absolute -top-4 left-0 h-[1.5em] w-2 -translate-x-1 bg-ink-3 opacity-70 forced-colors:bg-[CanvasText]" />
    <span className="absolute top-38 left-0 whitespace-nowrap text-12 text-ink-3 leading-[16px] max-pane:hidden">
      {label}
    </span>
  </span>
);
