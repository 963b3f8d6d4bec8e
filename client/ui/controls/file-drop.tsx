import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { cx } from '#client/ui/cx.ts';
import { Button } from './button.tsx';

type Props = {
  labels: { drop: string; file: string; choose: string; hint: string };
  /** Endings, as the browser wants them. */
  accept: string;
  isBusy: boolean;
  /** One file unless `allowsMany`; never none. */
  onFiles: (files: [File, ...File[]]) => void;
  allowsMany?: boolean;
  /** Lays it out in one row, for a place above a list. */
  isSlim?: boolean;
};

/** A place to drop a file on or to choose one; the server reads it at once. */
export const FileDrop = ({ labels, accept, isBusy, onFiles, allowsMany = false, isSlim = false }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first, ...rest] = files ?? [];
    if (first !== undefined && !isBusy) onFiles(allowsMany ? [first, ...rest] : [first]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra, the button inside does the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
      className={cx(
        'flex items-center justify-center gap-8 rounded-5 border border-dashed p-16 text-center',
        isSlim ? 'flex-wrap gap-x-12' : 'flex-col',
        isOver ? 'border-accent bg-tint' : 'border-edge',
      )}
    >
      <p className="text-ink-2 max-pane:hidden">{labels.drop}</p>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={allowsMany}
        aria-label={labels.file}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // Cleared, so that choosing the same file again, corrected meanwhile, counts as a change.
          event.target.value = '';
        }}
      />
      <Button disabled={isBusy} onClick={() => input.current?.click()}>
        <FileUp size={14} aria-hidden="true" />
        {labels.choose}
      </Button>
      <p className="text-12 text-ink-3">{labels.hint}</p>
    </div>
  );
};
