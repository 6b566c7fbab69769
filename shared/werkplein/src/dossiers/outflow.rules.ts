/** Why somebody is not served any more. `anyTime`: it happens in whatever state the dossier is. The code that CBS knows it by is a dated row. */
export const outflowReasons = {
  WORK: { text: 'Werk in dienstbetrekking', anyTime: false },
  SELF_EMPLOYMENT: { text: 'Werk als zelfstandige', anyTime: false },
  EDUCATION: { text: 'Opleiding met studiefinanciering', anyTime: false },
  OTHER_BENEFIT: { text: 'Een andere uitkering', anyTime: true },
  OTHER_INCOME: { text: 'Ander inkomen of een partner met inkomen', anyTime: true },
  PENSION_AGE: { text: 'AOW-leeftijd bereikt', anyTime: true },
  MOVED: { text: 'Verhuisd naar buiten de deelnemende gemeenten', anyTime: true },
  OWN_REQUEST: { text: 'Op eigen verzoek', anyTime: true },
  NOT_ELIGIBLE: { text: 'Hoort niet (meer) tot de doelgroep', anyTime: true },
  DETENTION: { text: 'Detentie', anyTime: true },
  DECEASED: { text: 'Overleden', anyTime: true },
  OTHER: { text: 'Andere reden', anyTime: true },
} as const;
export type OutflowReason = keyof typeof outflowReasons;
export const outflowCodes = Object.keys(outflowReasons) as OutflowReason[];
