import { X } from 'lucide-react';
import type { Ref } from 'react';
import type { Draft } from '#client/features/role-play/model/draft.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import type { PlayerCard } from '#contract/together/role-plays.ts';

const LINE_MAX = 200;

type Props = {
  card: PlayerCard;
  draft: Draft;
  field: Ref<HTMLTextAreaElement>;
  onChange: (draft: Draft) => void;
  onSay: () => void;
};

/** What is said next. Enter sends; a line that an input method is still composing is left alone. */
export const LineField = ({ card, draft, field, onChange, onSay }: Props) => {
  const { t } = useTranslation('role-play');
  const isEmpty = draft.text.trim() === '';
  const goal = card.goals.find(({ beat }) => beat === draft.beat);
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onSay();
      }}
    >
      {goal === undefined ? null : (
        <p className="flex items-center gap-6 text-12 text-ink-2">
          {t('line.counts', { goal: goal.asks.join(t('card.between')) })}
          <Button
            kind="bare"
            size="s"
            square
            aria-label={t('line.countsNot')}
            onClick={() => onChange({ ...draft, beat: null })}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </p>
      )}
      <div className="flex items-end gap-8">
        <AreaField
          ref={field}
          label={t('line.label')}
          hideLabel
          lang="zh-CN"
          rows={2}
          maxLength={LINE_MAX}
          placeholder={t('line.placeholder')}
          value={draft.text}
          className="min-w-0 flex-1"
          onChange={({ target }) => onChange({ ...draft, text: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (!isEmpty) onSay();
          }}
        />
        <Button kind="primary" type="submit" disabled={isEmpty}>
          {t('ui:send')}
        </Button>
      </div>
    </form>
  );
};
