import { Hand, PenLine } from 'lucide-react';
import { useState } from 'react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { unfilledVariables } from '#client/drill/model/quick-replies.ts';
import { greetingFor, greetSelected, useOwnGreeting } from '#client/features/desk/model/own-greeting.ts';
import { useSendBlock } from '#client/features/desk/model/use-send-block.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { cx } from '#client/ui/cx.ts';
import type { ShopBody } from '#contract/bodies.ts';

const GreetingDialog = later(() => import('./greeting-dialog.tsx').then((module) => module.GreetingDialog));

type Props = { conversation: ConversationView; shop: ShopBody | null; isEmpty: boolean };

/**
 * The trainee's own greeting, offered first to a customer whom nobody has answered; gone once somebody types. At the end of the
 * tools' row, where its coming and going moves nothing (RULES X59); on a phone a line of its own.
 */
export const GreetingLine = ({ conversation, shop, isEmpty }: Props) => {
  const { t } = useTranslation('desk');
  const [isWriting, setIsWriting] = useState(false);
  const text = useOwnGreeting((state) => state.text);
  const { deskReason } = useSendBlock(conversation, 0, false);
  const words = greetingFor(conversation, shop, text);
  const isOffered = isEmpty && !conversation.isGreeted && conversation.status !== 'closed';
  if (!isOffered && !isWriting) return null;
  const gaps = unfilledVariables(words ?? '').map((gap) => gap.text);
  const why = deskReason ?? (gaps.length > 0 ? t('greeting.gaps', { names: listed(gaps) }) : null);
  return (
    <div
      className={cx(
        'flex min-w-0 items-center gap-6 pt-4 pr-10 text-12 text-ink-3 max-pane:border-line max-pane:border-b max-pane:px-4 max-pane:py-2',
        // On a phone the customer's words need the room: the greeting is written from 更多 there.
        words === null && 'max-pane:hidden',
      )}
    >
      {words === null ? null : (
        <Button
          kind="bare"
          size="s"
          className="min-w-0"
          disabled={why !== null}
          title={why ?? t('greeting.send')}
          onClick={greetSelected}
        >
          <Hand size={14} className="shrink-0" aria-hidden="true" />
          <span lang="zh-CN" className="cut">
            {words}
          </span>
          <Kbd className="max-pane:hidden">Alt G</Kbd>
        </Button>
      )}
      {why === null || words === null ? null : <span className="cut text-warn">{why}</span>}
      <span className="hidden flex-1 max-pane:block" />
      <Button
        kind="bare"
        size="s"
        square={words !== null}
        aria-label={words === null ? undefined : t('greeting.change')}
        onClick={() => setIsWriting(true)}
      >
        <PenLine size={14} aria-hidden="true" />
        {words === null ? t('greeting.write') : null}
      </Button>
      {isWriting ? <GreetingDialog close={() => setIsWriting(false)} /> : null}
    </div>
  );
};
