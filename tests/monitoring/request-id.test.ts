import { describe, expect, test } from 'vitest';
import { inRequest, openRequest, requestNow } from '#common/request-id.ts';
import { collectedLog } from '#tests/support/collected-log.ts';

describe('a request’s id', () => {
  test('is in all that is logged for it, over awaits, and beside it in nothing [W3]', async () => {
    const { logger, lines } = collectedLog('warn');
    const [one, two] = [openRequest(), openRequest()];
    const work = async (name: string): Promise<void> => {
      await new Promise((done) => setImmediate(done));
      logger.warn(name);
    };
    logger.warn('nobody');
    await Promise.all([inRequest(one, () => work('one')), inRequest(two, () => work('two'))]);
    expect(lines().map(({ msg, requestId }) => [msg, requestId])).toEqual([
      ['nobody', undefined],
      ['one', one.id],
      ['two', two.id],
    ]);
  });

  test('is used up by the answer: what it started logs later is nobody’s [W3]', async () => {
    const { logger, lines } = collectedLog('warn');
    const request = openRequest();
    let ring = (): void => {};
    const rung = new Promise<void>((done) => {
      ring = done;
    });
    const bell = inRequest(request, () => {
      logger.warn('before the answer');
      return rung.then(() => logger.warn('the bell'));
    });
    request.isOpen = false;
    inRequest(request, () => logger.warn('after it'));
    ring();
    await bell;
    expect(lines().map(({ msg, requestId }) => [msg, requestId])).toEqual([
      ['before the answer', request.id],
      ['after it', undefined],
      ['the bell', undefined],
    ]);
  });

  test('can be told over the phone, and is another one each time', () => {
    const ids = Array.from({ length: 2000 }, () => openRequest().id);
    expect(ids.filter((id) => !/^[A-HJ-NP-Z2-9]{6}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBeGreaterThan(1990);
    expect(requestNow()).toBeNull();
  });
});
