/** The ledger tells of one moment: what was said when the question was answered, and when that was. */
import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { beat, content, contentWith, point, question } from '#tests/scoring/support/shoe-shop.ts';

const rowOf = (log: Log, s = 90) => makeReport(content, log.finishes(s).events).ledger[0];
const ANSWERED = { answers: { 'q-size': 'answered' }, points: [{}] } as const;

describe('[M108] the ledger quotes', () => {
  it('the turn that answered, not surer words of later on', () => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(5, '39.5合适', { ...ANSWERED, points: [{ confidence: 0.9 }] }).changes(9, 'q-size', 'answered', 1);
    log.replies(30, '您就穿39.5', { points: [{ confidence: 0.99 }] });
    expect(rowOf(log)?.points[0]).toMatchObject({ quote: '39.5合适' });
  });

  it('[M134] of several turns before the answer the first that is sure, not a surer one', () => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    for (const [at, text, confidence] of [
      [5, '39.5合适', 0.9],
      [9, '对，39.5', 0.99],
    ] as const)
      log.replies(at, text, { ...ANSWERED, points: [{ confidence }] });
    log.changes(12, 'q-size', 'answered', 2);
    expect(rowOf(log)?.points[0]).toMatchObject({ quote: '39.5合适' });
  });

  it('[M134] the words of the turn whose time it tells, though they were sure only when said again', () => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(6, '半码上去', { answers: { 'q-size': 'not-recognised' }, points: [{ state: 'not-recognised' }] });
    log.changes(9, 'q-size', 'provisional', 1);
    log.replies(40, '再见，39.5', ANSWERED).changes(44, 'q-size', 'answered', 2);
    expect(rowOf(log)?.seconds).toBe(6);
    expect(rowOf(log)?.points[0]).toMatchObject({ state: 'covered', quote: '半码上去' });
    const unnoted = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    unnoted.replies(6, '半码上去', { answers: { 'q-size': 'not-recognised' } }).changes(9, 'q-size', 'provisional', 1);
    unnoted.replies(40, '再见，39.5', ANSWERED).changes(44, 'q-size', 'answered', 2);
    expect(rowOf(unnoted)?.points[0]).toMatchObject({ state: 'covered', quote: null });
  });

  it('nothing where those words are less than sure, though later ones are', () => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(5, '39.5合适', { ...ANSWERED, points: [{ confidence: 0.7 }] }).changes(9, 'q-size', 'answered', 1);
    log.replies(30, '您就穿39.5', { points: [{ confidence: 0.99 }] });
    expect(rowOf(log)?.points[0]).toMatchObject({ quote: null, state: 'covered' });
  });

  it('no words from before the question where it was said again after it', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '在吗')
      .replies(5, '您穿39.5', { points: [{ confidence: 0.99 }] });
    log.says(20, '那我穿几码', { opens: 'q-size' });
    log.replies(30, '39.5就行', { ...ANSWERED, points: [{ confidence: 0.9 }] }).changes(34, 'q-size', 'answered', 2);
    const said = rowOf(log)?.points[0];
    expect(said?.quote).toBe('39.5就行');
    expect(said?.saidBefore).toBeUndefined();
  });

  it('words from before the question as said before it', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '在吗')
      .replies(5, '您穿39.5', { points: [{ confidence: 0.99 }] });
    log.says(20, '那我穿几码', { opens: 'q-size' }).changes(20, 'q-size', 'answered');
    expect(rowOf(log)?.points[0]).toMatchObject({ quote: '您穿39.5', saidBefore: true });
  });
});

describe('[M109] the ledger times', () => {
  it('the turn after which the customer asked no more, not a later one that says it better', () => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(8, '半码上去', { answers: { 'q-size': 'not-recognised' } }).changes(12, 'q-size', 'provisional', 1);
    log.replies(40, '就是39.5', ANSWERED).changes(44, 'q-size', 'answered', 2);
    expect(rowOf(log)).toMatchObject({ state: 'answered', seconds: 8 });
  });

  it('[M135] the answer that a later turn contradicts, put right or not', () => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(8, '39.5', ANSWERED).changes(12, 'q-size', 'answered', 1);
    log.replies(20, '39', { points: [{ state: 'wrong' }] }).changes(24, 'q-size', 'wrong', 2);
    expect(rowOf(log, 30)).toMatchObject({ state: 'answered', seconds: 8 });
    expect(rowOf(log, 30)?.points[0]?.state).toBe('wrong');
    log.replies(40, '说错了，39.5', ANSWERED).changes(44, 'q-size', 'answered', 3);
    expect(rowOf(log)).toMatchObject({ state: 'answered', seconds: 8 });
  });

  it('the turn that put wrong first words right', () => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(20, '39', { points: [{ state: 'wrong' }] }).changes(24, 'q-size', 'wrong', 1);
    log.replies(40, '说错了，39.5', ANSWERED).changes(44, 'q-size', 'answered', 2);
    expect(rowOf(log)).toMatchObject({ state: 'answered', seconds: 40 });
  });
});

describe('[M177] the ledger times the words that told it all first', () => {
  const asked = () => new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
  const perhaps = { answers: { 'q-size': 'not-recognised' }, points: [{ state: 'not-recognised' }] } as const;

  it('where the customer makes sure of them and hears no more than 对', () => {
    const row = (words: string) => {
      const log = asked().replies(6, '半码上去', perhaps).changes(9, 'q-size', 'unrecognised', 1);
      log.says(14, '那就大半码 是吧').replies(40, words, ANSWERED).changes(44, 'q-size', 'answered', 2);
      return rowOf(log);
    };
    expect(row('对')).toMatchObject({ seconds: 6, points: [{ quote: '半码上去' }, {}] });
    expect(row('穿39.5')).toMatchObject({ seconds: 40, points: [{ quote: '穿39.5' }, {}] });
  });

  it('where the question is taken for answered in doubt', () => {
    const log = asked().replies(6, '半码上去', { ...perhaps, answers: { 'q-size': 'held' } });
    log.replies(30, '稍等', { answers: { 'q-size': 'not-recognised' } }).changes(34, 'q-size', 'provisional', 2);
    expect(rowOf(log)).toMatchObject({ state: 'provisional', seconds: 6 });
  });
});

describe('[M178] advice on a condition', () => {
  it('is none yet where the customer had not said which holds', () => {
    const row = (line: string) => {
      const log = new Log().arrives(0).says(0, line, { opens: 'q-size' });
      log.replies(6, '要跑步拿39.5', ANSWERED).changes(9, 'q-size', 'answered', 1);
      log.replies(40, '39.5就行', { points: [{}] });
      return rowOf(log);
    };
    expect(row('这双穿几码')).toMatchObject({ seconds: 40, points: [{ quote: '39.5就行' }, {}] });
    expect(row('跑步穿几码')).toMatchObject({ seconds: 6, points: [{ quote: '要跑步拿39.5' }, {}] });
  });
});

describe('[M110] the ledger says 答错了', () => {
  const rowAfter = (state: 'wrong' | 'not-recognised') => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    log.replies(8, '下回买39', { answers: { 'q-size': 'partial' }, points: [{ state }] });
    return rowOf(log.changes(12, 'q-size', 'wrong', 1));
  };

  it('of a point that stands wrong', () => expect(rowAfter('wrong')?.state).toBe('wrong'));
  it('and 待核 of one that is in doubt', () => expect(rowAfter('not-recognised')?.state).toBe('provisional'));
});

it('[M175] a row says that its answer came only once the customer had gone without one', () => {
  const row = (answeredS: number) => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    const leaves = () => log.ends(60, 'gone', 'lost', { silent: true });
    if (answeredS > 60) leaves();
    log.replies(answeredS, '39.5合适', ANSWERED).changes(answeredS + 4, 'q-size', 'answered', 1);
    if (answeredS < 60) leaves();
    return rowOf(log, 120);
  };
  expect(row(80)).toMatchObject({ state: 'answered', afterLeaving: true });
  expect(row(20)).not.toHaveProperty('afterLeaving');
});

describe('[M262] a question that nobody took as answered', () => {
  const ASKED = '这双穿几码';
  const left = (log: Log): Log =>
    log.changes(60, 'q-size', 'unanswered').ends(60, 'gone', 'lost', { silent: true }).status(60, 'away');
  const row = (told: { points?: readonly object[] } | null) => {
    const log = left(new Log().arrives(0).says(0, ASKED, { opens: 'q-size' }).replies(5, '在的'));
    return rowOf(told === null ? log : log.replies(80, '39.5就行', told), 120);
  };

  it('is answered where its points were all told, though the customer had gone', () => {
    expect(row({ points: [{}] })).toMatchObject({ state: 'answered', seconds: 80, afterLeaving: true });
  });

  it('is answered in part where a must point is missing, and not at all where nothing was told', () => {
    const two = contentWith({
      beats: [
        beat('size', {
          asks: [question('q-size', ASKED, [point('size', '39.5码'), point('why', '脚背高加半码')], '39.5码')],
        }),
      ],
    });
    const log = left(
      new Log()
        .arrives(0)
        .says(0, ASKED, { opens: 'q-size' })
        .replies(5, '39.5', { points: [{ point: 'size' }] }),
    );
    expect(makeReport(two, log.finishes(90).events).ledger[0]).toMatchObject({ state: 'partly', seconds: null });
    expect(row(null)).toMatchObject({ state: 'unanswered', seconds: null });
    expect(row({ points: [] })).toMatchObject({ state: 'unanswered' });
  });
});

describe('[M263] of several bubbles of one turn the ledger quotes', () => {
  /** The point was heard from the first bubble on, as a quote that begins in it keeps to it. */
  const quoteOf = (...texts: readonly string[]) => {
    const log = new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' });
    const ids = texts.map((text, i) => {
      const id = log.nextMessage;
      log.writes(5 + i, text);
      return id;
    });
    const quote = { message: ids[0] ?? '', start: 0, end: texts[0]?.length ?? 0 };
    log.judges(6, ids, texts.join('\n'), { answers: { 'q-size': 'answered' }, points: [{ quote }] });
    return rowOf(log.changes(12, 'q-size', 'answered', 1))?.points[0]?.quote;
  };

  it('the clause that holds the words, not the one before it', () => {
    expect(quoteOf('哈哈灯光没打好', '不磨脚的，39.5码就够')).toBe('39.5码就够');
  });

  it('the one that was heard where it holds them, or where no other does', () => {
    expect(quoteOf('39.5合适', '您就穿39.5码')).toBe('39.5合适');
    expect(quoteOf('照您说的那样拿', '外面冷多穿点')).toBe('照您说的那样拿');
    expect(quoteOf('照您说的那样拿', '39.5码够不够？')).toBe('照您说的那样拿');
  });
});
