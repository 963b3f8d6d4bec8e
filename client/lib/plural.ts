type Forms = { readonly [form: string]: unknown };

/** `{{n}} {{n, plural(one: reply; other: replies)}}`: the form of the word that the number asks for. */
export const plural = (value: unknown, language: string | undefined, forms: Forms): string =>
  String(forms[new Intl.PluralRules(language).select(Number(value))] ?? forms.other ?? '');

/** `{{n, spelled(1: 一; 2: 两)}}`: the word a number is written with, the number itself where none is given. */
export const spelled = (value: unknown, _language: string | undefined, words: Forms): string =>
  String(words[String(value)] ?? value);
