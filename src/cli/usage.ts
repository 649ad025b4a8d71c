/** How the command ends where not all is well. */
export const statuses = {
  /** Some lines failed; all were answered. */
  lines: 1,
  /** A wrong call, a bad agreement, a file that is not what was said; or reading or writing failed. */
  usage: 2,
  /** Stopped early, since too many lines failed. */
  stopped: 3,
  /** A fault of this program. */
  fault: 70,
  /** The reader of the output has gone: as a shell tells of SIGPIPE. */
  closed: 141,
} as const;

/** The command was called in a wrong way, or with a file that is not what was said. */
export class UsageError extends Error {}

/** The error of a word that there is not, with the one that was probably meant. */
export function unknown(zh: string, en: string, meant: string | undefined): UsageError {
  return new UsageError(
    meant === undefined ? `${zh} / ${en}` : `${zh}，是否指 ${meant}？ / ${en}; did you mean ${meant}?`,
  );
}
