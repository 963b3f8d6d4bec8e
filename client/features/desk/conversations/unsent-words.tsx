import { useState } from 'react';
import { copyText } from '#client/lib/copy-text.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';

type Props = {
  /** Whom they were written to, where the place doesn't say. */
  name?: string;
  words: string;
  className?: string;
};

/** Words that can't be sent any more, given back to be used elsewhere (RULES X51). */
export const UnsentWords = ({ name, words, className }: Props) => {
  const { t } = useTranslation('desk');
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className={cx('flex items-center gap-8', className)}>
      <p lang="zh-CN" className="line-clamp-3 min-w-0 flex-1 text-12 text-ink-2 wrap-anywhere">
        {name === undefined ? t('closed.unsent', { text: words }) : t('closed.unsentTo', { name, text: words })}
      </p>
      <Button size="s" className="shrink-0" onClick={() => void copyText(words).then(setIsCopied)}>
        {t(isCopied ? 'closed.copied' : 'closed.copy')}
      </Button>
    </div>
  );
};
