type Forms = { readonly [form: string]: unknown };

/** `{{n}} {{n, plural(one: reply; other: replies)}}`: the form of the word that the number asks for. */
export const plural = (value: unknown, language: string | undefined, forms: Forms): string =>
  String(forms[new Intl.PluralRules(language).select(Number(value))] ?? forms.other ?? '');
