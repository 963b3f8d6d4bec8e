/** What nobody waits for (volunteered, or of a question settled long ago), or a point of another case: only when sure. */
export const SURE = 0.8;
/** 鞋摊32.9 is near 按价分摊是本店承诺的 and doesn't say it: what earns extra must be told more surely than what is owed. */
export const SURE_BONUS = 0.7;
