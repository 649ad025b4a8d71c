/** The command was called in a wrong way. */
export class UsageError extends Error {}

/** The error of a word that there is not, with the one that was probably meant. */
export function unknown(zh: string, en: string, meant: string | undefined): UsageError {
  return new UsageError(
    meant === undefined ? `${zh} / ${en}` : `${zh}，是否指 ${meant}？ / ${en}; did you mean ${meant}?`,
  );
}
