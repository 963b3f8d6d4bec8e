/** Refusals of what a school brings itself: its quick replies and its cases (errors.ts holds the whole table). */
export const OWN_MATERIAL_ERRORS = {
  'unknown-version': { http: 404, zh: '没有这一版。', en: 'No such version.' },
  'replies-unreadable': {
    http: 400,
    zh: '读不出这个文件：{}。在 Excel 或 WPS 里另存为 .xlsx 或 .csv 再传。',
    en: 'Cannot read this file: {}. Save it as .xlsx or .csv in Excel or WPS.',
  },
  'replies-headings': {
    http: 400,
    zh: '表头不对：{}。要有「组、短码、标题、内容」四列，各一列；可以照模板填。',
    en: 'Wrong headings: {}. Four columns are needed, one each: 组, 短码, 标题, 内容. The template has them.',
  },
  'replies-empty': {
    http: 400,
    zh: '表里一条话术也没有，表头下面一行写一条。',
    en: 'No quick reply in it. Write one a row under the headings.',
  },
  'replies-too-many': {
    http: 400,
    zh: '一家店最多存 {} 条，删掉一些再存。',
    en: 'At most {} quick replies a shop. Take some out.',
  },
  'replies-faulty': { http: 400, zh: '{}', en: 'A row cannot be saved: {}' },
  'replies-changed': {
    http: 409,
    zh: '刚才有人存了新的一版，先看一遍现在的再存。',
    en: 'Somebody saved a newer version meanwhile. Look at it first.',
  },
  'unknown-case': { http: 404, zh: '没有这个案例。', en: 'No such case.' },
  'unknown-persona': { http: 404, zh: '没有这种人设：{}', en: 'No such persona: {}' },
  'case-too-large': {
    http: 413,
    zh: '「{}」超过 256 kB。案例用不了这么多，看看是不是选错了文件。',
    en: '{} is over 256 kB. No case is that large: is it the right file?',
  },
  'case-too-long': {
    http: 400,
    zh: '「{}」超过 2000 行。拆成几个案例，或者看看是不是选错了文件。',
    en: '{} is over 2,000 lines. Split it, or choose the right file.',
  },
  'case-not-utf8': {
    http: 400,
    zh: '「{}」不是 UTF-8：请另存为 UTF-8 再传。',
    en: '{} is not UTF-8. Save it as UTF-8.',
  },
  'case-not-text': {
    http: 400,
    zh: '「{}」不是文本文件，要传 .yaml。',
    en: '{} is not a text file. Choose a .yaml file.',
  },
  'case-empty': { http: 400, zh: '「{}」是空的。', en: '{} is empty.' },
  'case-unreadable': {
    http: 400,
    zh: '这份文件还读不成案例：{}。先检查，照诊断改。',
    en: 'Not a case yet: {}. Check it and mend what is listed.',
  },
  'case-check-failed': {
    http: 422,
    zh: '这份文件检查不下来（太久或太深），拆短再传。',
    en: 'This file takes too long to check. Make it shorter.',
  },
  'case-id-shipped': {
    http: 409,
    zh: '自带的案例里已经有 {}：给这份换一个 id。',
    en: 'A shipped case has the id {}. Choose another.',
  },
  'case-id-taken': {
    http: 409,
    zh: '本校已经有 {}：到那个案例里存新版本，或者换一个 id。',
    en: 'Your school has {} already. Save a version there, or choose another id.',
  },
  'case-id-changed': {
    http: 409,
    zh: '这个案例的 id 是 {}，文件里的不同：改回来，或者作为新案例上传。',
    en: 'This case has the id {}, the file another. Change it back, or upload it as a new case.',
  },
  'case-has-errors': { http: 409, zh: '还有 {} 处错误，改好再来。', en: '{} errors left. Mend them first.' },
  'version-exists': { http: 409, zh: '和第 {} 版一模一样，没有存。', en: 'The same as version {}. Nothing saved.' },
  'authored-full': {
    http: 409,
    zh: '最多 {}，再存不下了。',
    en: 'No room for more: at most {}.',
  },
} as const;
