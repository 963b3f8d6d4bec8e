import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { PersonalReply } from '#contract/practice/personal-replies.ts';

type Props = {
  reply: PersonalReply;
  isFirst: boolean;
  isLast: boolean;
  onEdit: () => void;
  onRemove: () => void;
  /** `button`: the one that was pressed, by its id. */
  onMove: (step: 1 | -1, button: string) => void;
};

/** One reply, with what can be done to it below where the thumb is on a phone. */
export const PersonalRow = ({ reply, isFirst, isLast, onEdit, onRemove, onMove }: Props) => {
  const { t } = useTranslation('personal-replies');
  const { id, title, code, text } = reply;
  const step = (to: 1 | -1, isOff: boolean) => {
    const button = `personal-${to}-${id}`;
    return (
      <Button
        id={button}
        kind="bare"
        size="s"
        square
        disabled={isOff}
        aria-label={t(to === 1 ? 'list.downOf' : 'list.upOf', { title })}
        onClick={() => onMove(to, button)}
      >
        {to === 1 ? '↓' : '↑'}
      </Button>
    );
  };
  return (
    <li className="flex items-center gap-8 py-4 max-pane:flex-wrap">
      <div className="min-w-0 flex-1 max-pane:basis-full">
        <p lang="zh-CN" className="cut">
          <b className="font-semibold">{title}</b>
          {code === '' ? null : <code className="ml-6 font-mono text-12 text-ink-3">{code}</code>}
        </p>
        <p lang="zh-CN" title={text} className="line-clamp-2 whitespace-pre-line text-12 text-ink-2 wrap-anywhere">
          {text}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-2 max-pane:ml-auto">
        {step(-1, isFirst)}
        {step(1, isLast)}
        <Button kind="bare" size="s" aria-label={t('list.editOf', { title })} onClick={onEdit}>
          {t('list.edit')}
        </Button>
        <Button kind="bare" size="s" aria-label={t('list.removeOf', { title })} onClick={onRemove}>
          {t('list.remove')}
        </Button>
      </div>
    </li>
  );
};
