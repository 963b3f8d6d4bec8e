import { expect, it } from 'vitest';
import { checkSecrets } from '#library/checks/sentences/secrets.ts';
import type { CaseView } from '#library/view/case-view.ts';

/** What the checker refuses of these wordings. */
const refused = (secret: string[]): unknown[] => {
  const authored = { order: { secret } } as CaseView['authored'];
  return [...checkSecrets({ authored, shop: null, actions: new Map(), exemplars: new Map() })].map(({ path }) =>
    path.at(-1),
  );
};

it('secrets that are too short or that honest agents say are refused, each at its place', () => {
  const general = ['收件人', '楼', '女士', '尾号', '对方电话', '对方姓名', '他的地址', '女', ' 园区 ', '3'];
  expect(refused(general)).toEqual(general.map((_, index) => index));
});

it('secrets that only a leak would say are accepted', () => {
  expect(refused(['花园路', '城北', '创新园区', '3号楼', '李工', '2207', '13800004321', '何女士'])).toEqual([]);
});
