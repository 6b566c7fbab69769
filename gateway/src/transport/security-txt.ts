const DAYS = 330;

/** RFC 9116: where to report a hole. It expires within a year of the start, so that a forgotten installation stops promising an answer. */
export const securityTxt = (contact: string, now: Date): string =>
  `Contact: ${contact}\nExpires: ${new Date(now.getTime() + DAYS * 86_400_000).toISOString()}\nPreferred-Languages: nl, en\n`;
