const controls = /(?!\n)[\p{Control}\p{Bidi_Control}]/gu;

/** A text without the characters that control a terminal, or the direction of text. */
export const printable = (text: string): string => text.replace(controls, "\uFFFD");
