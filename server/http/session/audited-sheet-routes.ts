import type { AuditTable } from './audit-table.ts';

/** Rows of publishing term sheets and of answering appeals about them. */
export const AUDITED_SHEET_ROUTES = {
  'POST /api/classes/:id/terms/:term/sheet/publish': ({ params, body: { missing, showsRank }, value: { version } }) => [
    { kind: 'sheet-published', subject: String(params.term), details: { version, missing, showsRank } },
  ],
  'POST /api/classes/:id/terms/:term/sheet/withdraw': ({ params, value: { version } }) => [
    { kind: 'sheet-withdrawn', subject: String(params.term), details: { version } },
  ],
  'POST /api/classes/:id/terms/:term/appeals/:appeal/answer': ({ params, body, value: { person, item } }) => [
    { kind: 'appeal-decided', subject: person, details: { term: String(params.term), appeal: String(params.appeal) } },
    ...(body.outcome === 'kept'
      ? []
      : [
          {
            kind: 'sheet-entered',
            subject: person,
            details: { term: String(params.term), item, mark: body.value },
          } as const,
        ]),
  ],
} satisfies Partial<AuditTable>;
