import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';

/** Drop a file on it or choose one; either is read by the server at once. */
export const RosterFile = ({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) => {
  const { t } = useTranslation('classroom');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !busy) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra, the button inside does the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      className={cx(
        'flex flex-col items-center justify-center gap-8 rounded-5 border border-dashed p-16 text-center',
        over ? 'border-accent bg-tint' : 'border-edge',
      )}
    >
      <p className="text-ink-2 max-pane:hidden">{t('roster.drop')}</p>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt"
        aria-label={t('roster.file')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // The same file again, corrected meanwhile, is a change too.
          event.target.value = '';
        }}
      />
      <Button disabled={busy} onClick={() => input.current?.click()}>
        <FileUp size={14} aria-hidden="true" />
        {t('roster.choose')}
      </Button>
      <p className="text-12 text-ink-3">{t('roster.fileHint')}</p>
    </div>
  );
};
