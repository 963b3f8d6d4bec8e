import { Download } from 'lucide-react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

/** The seed whose numbers a file has: the same each time, so that two downloads compare. */
const SEED = '1';

type Props = { topic: string | null; own: '1' | null; level: string | null; count: number };

/** What staff take away: the chosen questions with what is right, for Moodle or for a table. */
export const BankFiles = ({ topic, own, level, count }: Props) => {
  const { t } = useTranslation('questions');
  const query = {
    seed: SEED,
    ...(topic === null ? {} : { topic }),
    ...(own === null ? {} : { own }),
    ...(level === null ? {} : { level: asLevel(level) }),
  };
  const save = async (format: 'gift' | 'xlsx') => {
    const refusal = await (format === 'gift'
      ? download(pathTo('GET /api/questions/bank.gift', query), 'question-bank.gift.txt')
      : download(pathTo('GET /api/questions/bank.xlsx', query), 'question-bank.xlsx'));
    if (refusal !== null) showToast(t('files.failed', { why: refusal }), 'bad');
  };
  return (
    <section className="flex flex-col items-start gap-8 border-line border-t px-24 py-16 max-pane:px-14">
      <h2 className="font-semibold text-15">{t('files.title')}</h2>
      <p className="text-ink-2">{t('files.text', { count })}</p>
      <div className="flex flex-wrap gap-8">
        {(['xlsx', 'gift'] as const).map((format) => (
          <Button key={format} disabled={count === 0} onClick={() => void save(format)}>
            <Download aria-hidden size={16} />
            {t(`files.${format}`)}
          </Button>
        ))}
      </div>
    </section>
  );
};

const asLevel = (level: string): '1' | '3' | '5' => (level === '1' || level === '3' ? level : '5');
