import { CheckCheck, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ShopBody } from '#contract/bodies.ts';
import { openForm } from '../../lib/desk-ui.ts';
import type { ConversationView } from '../../lib/drill-view.ts';
import { Button } from '../../ui/button.tsx';
import { closeSelected } from './use-desk-keys.ts';

const SHORTCUTS = 4;

type Props = { conversation: ConversationView; shop: ShopBody | null; phrasesOpen: boolean; onPhrases: () => void };

/** Phrases, the shop's cards a customer can be sent, and closing once the story is over. */
export const ComposerTools = ({ conversation, shop, phrasesOpen, onPhrases }: Props) => {
  const { t } = useTranslation('desk');
  const cards = shop?.actions.filter((action) => action.sends).slice(0, SHORTCUTS) ?? [];
  const closable = conversation.rating !== null && conversation.status !== 'closed';
  return (
    <div className="flex items-center gap-2 overflow-x-auto px-10 pt-4 max-pane:px-4">
      <Button kind="bare" size="s" aria-expanded={phrasesOpen} onClick={onPhrases}>
        <Zap size={14} aria-hidden="true" />
        {t('phrases.title')}
      </Button>
      {cards.map((action) => (
        <Button key={action.id} kind="bare" size="s" onClick={() => openForm(action.id)}>
          {action.title}
        </Button>
      ))}
      <span className="flex-1" />
      {closable ? (
        <Button kind="bare" size="s" title="Alt E" onClick={closeSelected}>
          <CheckCheck size={14} aria-hidden="true" />
          {t('close.button')}
        </Button>
      ) : null}
    </div>
  );
};
