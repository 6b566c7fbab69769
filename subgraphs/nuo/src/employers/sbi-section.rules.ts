// Sections of SBI 2025 by their first and last division. SBI 2008 differs in letters but not in these divisions (it adds 45, motor trade),
// so one letter finds the codes of both versions.
const sections: Readonly<Record<string, readonly [string, string]>> = {
  A: ['01', '03'],
  B: ['05', '09'],
  C: ['10', '33'],
  D: ['35', '35'],
  E: ['36', '39'],
  F: ['41', '43'],
  G: ['45', '47'],
  H: ['49', '53'],
  I: ['55', '56'],
  J: ['58', '60'],
  K: ['61', '63'],
  L: ['64', '66'],
  M: ['68', '68'],
  N: ['69', '75'],
  O: ['77', '82'],
  P: ['84', '84'],
  Q: ['85', '85'],
  R: ['86', '88'],
  S: ['90', '93'],
  T: ['94', '96'],
  U: ['97', '98'],
  V: ['99', '99'],
};

/** The first and last code text of a section; null for a letter that is none. */
export const codesOf = (section: string): { from: string; to: string } | null => {
  const divisions = sections[section.trim().toUpperCase()];
  // `:` comes after the digits.
  return divisions ? { from: divisions[0], to: `${divisions[1]}:` } : null;
};
