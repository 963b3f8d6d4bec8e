/** Every refusal a client can get, with a stable code, in one table. `{}` stands for the detail. */
export const ERRORS = {
  'bad-request': { http: 400, zh: '请求的格式不对：{}', en: 'Malformed request: {}' },
  'bad-origin': {
    http: 403,
    zh: '这个页面不是从本服务器打开的，请用服务器给出的地址。',
    en: 'This page was not opened from this server. Use the address it prints.',
  },
  'not-found': { http: 404, zh: '没有找到。', en: 'Not found.' },
  'not-allowed': { http: 403, zh: '没有权限。', en: 'Not allowed.' },
  'no-guest': {
    http: 401,
    zh: '这台设备没有开过这场演练：回原来的设备打开，或者在这里新开一场。',
    en: 'This device did not open that drill. Go back to the one that did, or start a new drill here.',
  },
  'too-many-requests': { http: 429, zh: '操作太快了，过几秒再试。', en: 'Too many requests. Wait a few seconds.' },
  'too-large': { http: 413, zh: '内容太大。', en: 'Too large.' },
  'unknown-scenario': { http: 404, zh: '没有这个案例：{}', en: 'No such scenario: {}' },
  'unknown-shop': { http: 404, zh: '没有这家店铺：{}', en: 'No such shop: {}' },
  'unknown-drill': { http: 404, zh: '没有这场演练，或者它不是你的。', en: 'No such drill, or it is not yours.' },
  'report-not-ready': {
    http: 409,
    zh: '演练还没结束，报告要等结束后才有。',
    en: 'The drill is still running. The report comes when it ends.',
  },
  internal: {
    http: 500,
    zh: '服务器出错了，已经记下。对话都在，请再试一次。',
    en: 'Server error, logged. Your chat is safe. Try again.',
  },
  'storage-failed': {
    http: 503,
    zh: '没能保存，请再发一次；已经保存的都在。',
    en: 'Could not be saved. Send again; what was saved is safe.',
  },
  'drill-not-open': { http: 409, zh: '演练还没有打开。', en: 'The drill is not open.' },
  'drill-already-open': { http: 409, zh: '演练已经打开。', en: 'The drill is already open.' },
  'drill-ended': { http: 409, zh: '演练已经结束。', en: 'The drill has ended.' },
  'drill-paused': {
    http: 409,
    zh: '现在暂停着，恢复后再发；写好的字都在。',
    en: 'Paused. Send when it goes on; your text is kept.',
  },
  'drill-not-started': { http: 409, zh: '还没有开始，先按「开始」。', en: 'Not started yet. Press Start.' },
  'unknown-conversation': { http: 404, zh: '没有这个会话。', en: 'No such conversation.' },
  'conversation-not-here': { http: 409, zh: '这位客户还没进线。', en: 'This customer has not come in yet.' },
  'conversation-closed': {
    http: 409,
    zh: '会话已经结束，字还留在输入框里。',
    en: 'The conversation is closed. Your text stays in the composer.',
  },
  'empty-message': { http: 400, zh: '没有内容。', en: 'Nothing to send.' },
  'message-too-long': {
    http: 400,
    zh: '一条最多 500 字，分成几条再发。',
    en: 'At most 500 characters a message. Split it.',
  },
  'unknown-action': { http: 404, zh: '没有这个操作：{}', en: 'No such action: {}' },
  'action-not-offered': {
    http: 403,
    zh: '这家店的接待台没有这个操作。',
    en: "This shop's desk does not offer this action.",
  },
  'action-needs-field': { http: 400, zh: '还缺：{}', en: 'Missing: {}' },
  'pause-not-allowed': { http: 403, zh: '课堂和考试里不能自己暂停。', en: 'No pausing in a lesson or an exam.' },
  'story-not-over': { http: 409, zh: '客户的事还没完，先别结束会话。', en: 'The customer is not finished yet.' },
  'desk-elsewhere': { http: 409, zh: '接待台在另一个窗口打开了。', en: 'The desk is open in another window.' },
} as const;

export type ErrorCode = keyof typeof ERRORS;
export type Failure = { code: ErrorCode; message: string; detail?: string | undefined };
/** Every acknowledgement and every HTTP body. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Builds the refusal sent to a client; `detail` fills the `{}` of the message. */
export const failure = (code: ErrorCode, detail?: string): Failure => ({
  code,
  message: ERRORS[code].zh.replace('{}', detail ?? ''),
  ...(detail === undefined ? {} : { detail }),
});
