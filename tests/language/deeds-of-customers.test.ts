/** What the customer is to do, or alone can do, is told as nobody's deed, whatever the operation (RULES T119). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { judge } from '#language/judge.ts';

type Action = { id: string; named?: string[] };
const actions: Action[] = parse(readFileSync('scenarios/actions.yaml', 'utf8'));
const named = actions.map(({ id, named: words = [] }) => ({ id, words }));
const claims = (reply: string) => judge({ reply, deeds: { named, open: [] } }).claims.map(({ deeds }) => deeds[0]);

/** Verbs by which operations are told as done; said to the customer they are theirs to do. */
const VERBS = ['改', '点', '填', '退', '取消', '写', '换', '报', '催', '备注'];
const TELLS = ['跟我说', '告诉我', '喊我', '您跟我说一声', '再来找我', '说一声'];

describe('a deed of the customer', () => {
  it('who is to tell us when it is done is claimed by nobody [T119]', () => {
    const replies = VERBS.flatMap((verb) => TELLS.map((tell) => `${verb}好了${tell}`));
    expect(replies.filter((reply) => claims(reply).length > 0)).toEqual([]);
  });

  it('at their own account is claimed by nobody [T119]', () => {
    const replies = ['支付密码', '登录密码', '免密支付', '绑定的手机'].flatMap((thing) => [
      `先把${thing}改了`,
      `咱马上把${thing}改了`,
      `${thing}改好了`,
    ]);
    expect(replies.filter((reply) => claims(reply).length > 0)).toEqual([]);
  });

  it.each(['已经给您改好了', '地址给您改好了，您看一下', '备注好了，您放心'])(
    '%s is claimed all the same [T119]',
    (reply) => {
      expect(claims(reply).length).toBeGreaterThan(0);
    },
  );
});
