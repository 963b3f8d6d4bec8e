import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';

type Props = { busy: boolean; onFiles: (files: File[]) => void };

/** Choose or drop a case, and its testplan with it. */
export const FileDrop = ({ busy, onFiles }: Props) => {
  const { t } = useTranslation('authored');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0 && !busy) onFiles([...files]);
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
        'flex flex-wrap items-center justify-center gap-x-12 gap-y-8 rounded-5 border border-dashed p-16 text-center',
        over ? 'border-accent bg-tint' : 'border-edge',
      )}
    >
      <span className="text-ink-2 max-pane:hidden">{t('upload.drop')}</span>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        multiple
        aria-label={t('upload.file')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // The same file again, mended meanwhile, is a change too.
          event.target.value = '';
        }}
      />
      <Button disabled={busy} onClick={() => input.current?.click()}>
        <FileUp size={14} aria-hidden="true" />
        {t('upload.choose')}
      </Button>
      <span className="text-12 text-ink-3">{t('upload.hint')}</span>
    </div>
  );
};
