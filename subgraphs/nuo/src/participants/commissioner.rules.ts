/** A commissioner that is none of the municipalities of the graph. */
export type ThirdParty = 'UWV' | 'OTHER_MUNICIPALITY';

/** Stands where another participant has the CBS code of the municipality that answers for them: for people of UWV no municipality does. */
export const UWV = 'uwv';

/** What a participant has who is not of a third party and has not left. */
export const noCommissioner = { commissionerKind: null, commissionerCode: null, commissionerReference: null, exitedOn: null, exitReason: null };
