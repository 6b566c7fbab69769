interface Presence {
  leavesOn: string | null;
  handedOverAt: Date | null;
}

/** Whether someone works here on this day. */
export const isActive = ({ leavesOn }: Pick<Presence, 'leavesOn'>, day: string): boolean => leavesOn === null || day < leavesOn;

/** Whether new work may go to them: who has handed over everything gets none, also in their last days. */
export const takesWork = (colleague: Presence, day: string): boolean => colleague.handedOverAt === null && isActive(colleague, day);
