import type { AuthoredBody, AuthoredRow, AuthoredVersionBody, CaseChecked } from '#contract/authored.ts';

export const row = (over: Partial<AuthoredRow> = {}): AuthoredRow => ({
  ...{ case: 'a1', id: 'product-advice/own', title: '脚背高的跑鞋', typeName: '商品咨询与推荐', shopName: '燧步运动' },
  ...{ level: 1, versions: 2, published: { version: 'v2', no: 2, at: 2000 }, savedAt: 3000, savedBy: '李老师' },
  hidden: null,
  ...over,
});

export const version = (no: number, over: Partial<AuthoredVersionBody> = {}): AuthoredVersionBody => ({
  ...{ version: `v${no}`, no, title: '脚背高的跑鞋', note: `第 ${no} 稿`, by: '李老师', at: no * 1000 },
  ...{ errors: 0, warnings: 0, hasTestplan: false },
  ...over,
});

export const body = (over: Partial<AuthoredBody> = {}): AuthoredBody => ({
  ...row(),
  all: [version(2), version(1)],
  record: [
    { at: 2000, by: '李老师', kind: 'published', no: 2 },
    { at: 1000, by: '李老师', kind: 'saved', no: 1 },
  ],
  ...over,
});

export const checked = (over: Partial<CaseChecked> = {}): CaseChecked => ({
  head: { id: 'product-advice/own', title: '脚背高的跑鞋', level: 1, shopName: '燧步运动' },
  ...{ errors: 0, warnings: 0, diagnostics: [], cards: null, refused: null, taken: null },
  ...over,
});

export const BROKEN: CaseChecked = checked({
  errors: 1,
  warnings: 1,
  diagnostics: [
    {
      ...{ file: 'own.yaml', line: 95, column: 12, code: 'unknown-id', severity: 'error' },
      ...{ message: '没有拍子或结局 exchangee', text: '    then: {resolved: exchangee}' },
    },
    {
      ...{ file: 'own.yaml', line: 1, column: 1, code: 'no-testplan', severity: 'warning' },
      ...{ message: '旁边放一份 own.testplan.yaml', text: 'id: product-advice/own' },
    },
  ],
});
