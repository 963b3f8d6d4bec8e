import { OWN_MATERIAL_ERRORS } from './errors-own-material.ts';

/** Every refusal a client can get, with a stable code, in one table. `{}` stands for the detail. */
export const ERRORS = {
  ...OWN_MATERIAL_ERRORS,
  'bad-request': { http: 400, zh: '请求的格式不对：{}', en: 'Malformed request: {}' },
  'bad-origin': {
    http: 403,
    zh: '这个页面不是从本服务器打开的，请用服务器给出的地址。',
    en: 'This page was not opened from this server. Use the address it prints.',
  },
  'protocol-mismatch': {
    http: 426,
    zh: '服务器更新了，这个页面还是旧的，请刷新。',
    en: 'The server was updated and this page is an old one. Reload it.',
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
  'not-signed-in': { http: 401, zh: '先登录。', en: 'Sign in first.' },
  'bad-sign-in': { http: 401, zh: '账号或密码不对。', en: 'Wrong account or password.' },
  'sign-in-wait': {
    http: 429,
    zh: '这个账号试得太多了，{} 秒后再试。',
    en: 'Too many tries for this account. Try again in {} s.',
  },
  'set-up-done': { http: 409, zh: '已经设置过了，直接登录。', en: 'Already set up. Sign in.' },
  'bad-set-up-code': {
    http: 403,
    zh: '不在服务器这台机器上设置，要填它启动时显示的设置码。',
    en: 'Not on the server itself: type the set-up code it printed when it started.',
  },
  'login-taken': { http: 409, zh: '账号「{}」已经有人用了。', en: 'The account name {} is taken.' },
  'wrong-password': { http: 403, zh: '原密码不对。', en: 'The old password is wrong.' },
  'last-admin': { http: 409, zh: '至少要留一位管理员。', en: 'At least one admin must stay.' },
  'unknown-person': { http: 404, zh: '没有这个人。', en: 'No such person.' },
  'unknown-class': { http: 404, zh: '没有这个班。', en: 'No such class.' },
  'unknown-template': { http: 404, zh: '没有这个模板。', en: 'No such template.' },
  'unknown-run': { http: 404, zh: '没有这个场次。', en: 'No such run.' },
  'unknown-seat': { http: 404, zh: '没有这个席位，或者它不是你的。', en: 'No such seat, or it is not yours.' },
  'unknown-code': {
    http: 404,
    zh: '没有这个口令，看看大屏上的六位数。',
    en: 'No such code. Check the six digits on the screen.',
  },
  'class-empty': { http: 409, zh: '这个班还没有名单，先导入。', en: 'This class has no roster yet. Import one.' },
  'file-unreadable': {
    http: 400,
    zh: '读不出这个文件：{}。用 .xlsx 或 .csv，或者把名单直接粘贴进来。',
    en: 'Cannot read this file: {}. Use .xlsx or .csv, or paste the names.',
  },
  'roster-empty': { http: 400, zh: '里面没有找到名字。', en: 'No names found.' },
  'name-taken': { http: 409, zh: '已经有人叫「{}」了，加上学号再试。', en: 'The name {} is taken. Add your number.' },
  'run-locked': { http: 409, zh: '老师锁了门，请老师放行。', en: 'The run is locked. Ask the teacher.' },
  'run-full': { http: 409, zh: '这个场次坐满了，请老师看看名单。', en: 'This run is full. Ask the teacher.' },
  'run-over': { http: 409, zh: '这个场次已经结束。', en: 'This run is over.' },
  'run-not-drilling': { http: 409, zh: '现在不在演练时段。', en: 'No drill is going on now.' },
  'stage-order': { http: 409, zh: '现在不能切到这一步。', en: 'That stage cannot come now.' },
  'device-has-seat': {
    http: 409,
    zh: '这台设备已经坐在「{}」的席位上，要换人请老师先解绑。',
    en: 'This device holds the seat of {}. Ask the teacher to release it.',
  },
  'incident-not-planned': { http: 404, zh: '这个场次没有准备这个突发。', en: 'This incident is not part of the run.' },
  'incident-came-already': { http: 409, zh: '这个突发已经来过了。', en: 'This incident has come already.' },
  'too-many-customers': { http: 409, zh: '这个席位的客户已经够多了。', en: 'This seat has enough customers.' },
  'no-attempts-left': { http: 409, zh: '次数用完了。', en: 'No attempts left.' },
  'unknown-turn': { http: 404, zh: '没有这个回合。', en: 'No such turn.' },
  'redo-open': { http: 409, zh: '上一次重做还没收，先收。', en: 'The last redo is still open. Close it first.' },
  'retry-no-report': {
    http: 409,
    zh: '重来的一轮没有单独的报告，回原来那一场的报告里看。',
    en: 'A retry has no report of its own. See the report of the drill it comes from.',
  },
  'retry-not-now': {
    http: 409,
    zh: '课还在进行，先跟着课堂走。这一步过了再来重来这一轮。',
    en: 'The lesson is going on. Follow it first, and try the turn again afterwards.',
  },
  'report-not-published': {
    http: 403,
    zh: '老师还没有发布成绩，发布后就能看。',
    en: 'Not published yet. You can read it once the teacher publishes.',
  },
  'rubric-not-compatible': {
    http: 409,
    zh: '按新版算不了：现在的评分标准缺规则（{}）。请老师补上再算。',
    en: 'Cannot be scored by the current rubric: it has no rule for {}. Ask a teacher to add them.',
  },
  'unknown-finding': { http: 404, zh: '报告里没有这一条。', en: 'No such finding in the report.' },
  'unknown-point': { http: 404, zh: '报告里没有这一处要点。', en: 'No such point in the report.' },
  'unknown-ruling': { http: 404, zh: '没有这条改判。', en: 'No such ruling.' },
  'unknown-comment': { http: 404, zh: '没有这条评语，或者它不是你写的。', en: 'No such comment, or it is not yours.' },
  'unknown-appeal': { http: 404, zh: '没有这条申诉。', en: 'No such appeal.' },
  'words-missing': { http: 400, zh: '还没有写内容，写上再交。', en: 'Nothing written yet.' },
  'words-too-long': { http: 400, zh: '最多 {} 字，删短一点再交。', en: 'At most {} characters. Shorten it.' },
  'reason-missing': {
    http: 400,
    zh: '还没有写理由，学员要看得到为什么。',
    en: 'A reason is missing: the trainee reads it.',
  },
  'appeal-nobody': {
    http: 409,
    zh: '自己练的没有老师看，不能申诉。',
    en: 'Nobody rules on solo practice, so there is nobody to appeal to.',
  },
  'appeal-nothing-lost': {
    http: 409,
    zh: '这一处没有扣分，不用申诉。',
    en: 'This cost no marks: nothing to appeal.',
  },
  'appeal-open': {
    http: 409,
    zh: '这一处已经申诉了，等老师看；要改写，先撤回。',
    en: 'Already appealed and not settled yet. Withdraw it to write it anew.',
  },
  'appeal-too-often': {
    http: 409,
    zh: '这一处已经申诉过 {} 次，当面请老师看。',
    en: 'Appealed {} times already. Talk to the teacher.',
  },
  'appeal-settled': {
    http: 409,
    zh: '这条申诉已经有结果：{}。你写的还在，看过再决定。',
    en: 'This appeal is settled already: {}. Your text is kept.',
  },
  'appeal-other-thing': {
    http: 400,
    zh: '改判的不是申诉的这一处，回到申诉旁边改。',
    en: 'The ruling is not about what was appealed.',
  },
  'seat-not-asking': { http: 409, zh: '没有设备在等这个席位。', en: 'No device asks for this seat.' },
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
