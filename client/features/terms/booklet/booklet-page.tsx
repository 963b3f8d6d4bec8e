import '#client/features/terms/strings.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { termPath } from '#client/features/terms/model/term-paths.ts';
import { call, get } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Booklet } from '#contract/terms/booklet.ts';
import { OlderRuns } from './older-runs.tsx';
import { PairItem } from './pair-item.tsx';

/** 案例册 of a term: the teacher chooses turns, writes a sentence to each and downloads the Word file. */
export const BookletPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('terms');
  useTitle(t('booklet.title'));
  return (
    <OnlyFor who="teacher">
      {() => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/booklet', { id, term })} title={t('booklet.title')}>
          {(booklet) => <BookletView loaded={booklet} classId={id} termId={term} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

type Chosen = Booklet['items'][number];
type Pair = Booklet['pairs'][number];
const isOf =
  ({ run, code, turn }: Pick<Chosen, 'run' | 'code' | 'turn'>) =>
  (item: Chosen) =>
    item.run === run && item.code === code && item.turn === turn;
const TITLE_MAX = 40;

/** Pairs of one fault of one run, those that teach most first. */
const byFault = (pairs: readonly Pair[]): Pair[][] => {
  const keyOf = ({ run, code }: Pair): string => `${run} ${code}`;
  return [...new Set(pairs.map(keyOf))].map((key) => pairs.filter((pair) => keyOf(pair) === key));
};

/** With the pairs of older runs that were opened before: saving closes none of them. */
const withPairs = (booklet: Booklet, before: readonly Pair[]): Booklet => {
  const read = new Set(booklet.pairs.map(({ run }) => run));
  const opened = before.filter(({ run }) => !read.has(run) && booklet.older.some((one) => one.run === run));
  const runs = new Set(opened.map(({ run }) => run));
  return {
    ...booklet,
    pairs: [...booklet.pairs, ...opened],
    older: booklet.older.filter(({ run }) => !runs.has(run)),
  };
};

const BookletView = ({ loaded, classId, termId }: { loaded: Booklet; classId: string; termId: string }) => {
  const { t } = useTranslation('terms');
  const [stored, setStored] = useState(loaded);
  const [title, setTitle] = useState(loaded.title);
  const [items, setItems] = useState(loaded.items);
  const [failed, setFailed] = useState<string | null>(null);
  const { isBusy, error, send } = useSubmit();
  const { pairs, gone, version } = stored;
  const isChanged = title !== stored.title || JSON.stringify(items) !== JSON.stringify(stored.items);
  const params = { id: classId, term: termId };
  const save = async () => {
    const body = { version, title, items };
    const sent = await send(() => call('POST /api/classes/:id/terms/:term/booklet', params, body));
    if (sent === null) return;
    setStored(withPairs(sent.value, stored.pairs));
    setTitle(sent.value.title);
    setItems(sent.value.items);
    showToast(t('booklet.saved'));
  };
  const file = async () =>
    setFailed(await download(pathTo('GET /api/classes/:id/terms/:term/booklet.docx', params), 'booklet.docx'));
  const choose = (pair: Pair, choice: Pick<Chosen, 'sentence' | 'shows'> | null) => {
    const { run, code, turn } = pair;
    const isThis = isOf(pair);
    if (choice === null) setItems(items.filter((item) => !isThis(item)));
    else if (items.some(isThis)) setItems(items.map((item) => (isThis(item) ? { ...item, ...choice } : item)));
    else setItems([...items, { run, code, turn, ...choice }]);
  };
  const shown = (pair: Pair) => (
    <PairItem
      key={`${pair.run} ${pair.code} ${pair.turn}`}
      pair={pair}
      choice={items.find(isOf(pair)) ?? null}
      onChoose={(choice) => choose(pair, choice)}
    />
  );
  const families = [...new Set(pairs.map(({ family }) => family))];
  return (
    <>
      <BackLink to={termPath(classId, termId)}>{stored.term}</BackLink>
      <h1 className="font-semibold text-18">{t('booklet.title')}</h1>
      <p className="mb-12 text-ink-2">{t('booklet.lead')}</p>
      <OlderRuns
        booklet={stored}
        onOpen={async (run) => {
          const read = await send(() =>
            get(pathTo('GET /api/classes/:id/terms/:term/booklet', { ...params, run: run.run })),
          );
          if (read === null) return;
          const { pairs: all, older } = read.value;
          const opened = all.filter((pair) => pair.run === run.run);
          setStored({
            ...stored,
            pairs: [...pairs.filter((pair) => pair.run !== run.run), ...opened],
            older: stored.older.filter((one) => one.run !== run.run && older.some((other) => other.run === one.run)),
          });
          showToast(
            t(opened.length === 0 ? 'booklet.olderNone' : 'booklet.olderRead', { run: run.name, n: opened.length }),
          );
        }}
      />
      {pairs.length === 0 ? (
        <Panel>
          <EmptyState title={t('booklet.none')} text={t('booklet.noneText')} />
        </Panel>
      ) : (
        <>
          <div className="flex flex-wrap items-end gap-8">
            <TextField
              label={t('booklet.name')}
              className="w-260 max-pane:w-full"
              value={title}
              maxLength={TITLE_MAX}
              error={title.trim() === '' ? t('booklet.noName') : null}
              onChange={(event) => setTitle(event.target.value)}
            />
            <Button kind="primary" disabled={isBusy || title.trim() === ''} onClick={() => void save()}>
              {t('ui:save')}
            </Button>
            <Button
              disabledReason={
                items.length === 0 ? t('booklet.empty') : isChanged || version === 0 ? t('booklet.unsaved') : null
              }
              onClick={() => void file()}
            >
              {t('booklet.download')}
            </Button>
            <span role="status" className="text-12 text-ink-3">
              {t('booklet.chosen', { n: items.length })}
            </span>
          </div>
          <Refused error={error} />
          {failed === null ? null : <Notice tone="bad">{failed}</Notice>}
          {gone === 0 ? null : <Notice tone="warn">{t('booklet.gone', { n: gone })}</Notice>}
          {families.map((family) => {
            const own = pairs.filter((pair) => pair.family === family);
            return (
              <section key={family} aria-label={own[0]?.familyName ?? ''}>
                <SectionHeader title={own[0]?.familyName ?? ''} />
                {byFault(own).map(([first, ...others]) => (
                  <div key={`${first?.run} ${first?.code}`}>
                    {first === undefined ? null : shown(first)}
                    {others.length === 0 ? null : (
                      <Panel className="mb-10">
                        <Disclosure head={t('booklet.others', { n: others.length })}>
                          <div className="p-8">{others.map(shown)}</div>
                        </Disclosure>
                      </Panel>
                    )}
                  </div>
                ))}
              </section>
            );
          })}
        </>
      )}
    </>
  );
};
