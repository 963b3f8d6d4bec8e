/** Chinese names of what is judged, as the page of published figures calls them. */
export const TONE_WORDS: Readonly<Record<string, string>> = {
  warm: '热情',
  neutral: '平和',
  cold: '冷淡',
  impatient: '不耐烦',
  hostile: '恶劣',
};

export const ANSWER_WORDS: Readonly<Record<string, string>> = {
  answered: '答到',
  partial: '答了一部分',
  vague: '含糊',
  evaded: '没答',
};

export const RED_LINE_WORDS: Readonly<Record<string, string>> = {
  offsite: '引到站外',
  insult: '辱骂',
  threat: '威胁、阻挠投诉',
  privacy: '泄露或索要隐私',
  credential: '要验证码、密码、卡号',
  'false-claim': '虚假宣传',
  'paid-review': '花钱买好评',
  'unauthorised-promise': '私下许诺',
  'final-interpretation': '最终解释权',
};

export const ACT_WORDS: Readonly<Record<string, string>> = {
  greeting: '问候',
  apology: '道歉',
  empathy: '共情',
  'order-prompt': '促单',
  'payment-reminder': '催付',
  'follow-up': '跟进',
  goodbye: '道别',
  'ask-info': '问需要的信息',
  'promise-time': '承诺时间',
};

export const POINT_WORDS: Readonly<Record<string, string>> = {
  covered: '说对了',
  wrong: '说错了',
  neither: '没说到',
  'not-recognised': '待核',
  'not-addressed': '没说到',
};
