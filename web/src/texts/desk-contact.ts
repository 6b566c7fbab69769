export const contact = {
  title: (employer: string) => `Contact vastleggen met ${employer}`,
  titleUnknown: 'Contact vastleggen',
  fromPlan: 'Dit hoort bij het contact dat u had gepland.',
  at: 'Wanneer',
  direction: 'Wie nam contact op',
  steering: 'Aanleiding',
  subject: 'Onderwerp',
  subjectHint: 'In een paar woorden.',
  report: 'Wat is er besproken',
  reportHint: 'Schrijf geen BSN en geen medische gegevens op.',
  succeeded: 'Er is niemand bereikt',
  submit: 'Opslaan',
  needSubject: 'Vul een onderwerp in.',
  needTime: 'Vul in wanneer het was.',
  future: 'Dit is nog niet geweest. Kies een tijdstip dat voorbij is.',
  done: 'Het contact is vastgelegd.',
  kept: 'U bent niet verbonden. Het contact is bewaard en wordt vanzelf verzonden.',
  draft: 'U was hier al aan begonnen. Alles staat er nog.',
  warning: (text: string) => `Vastgelegd. Let op: ${text}`,
  refusedPlan: 'Het geplande contact is intussen gewijzigd of afgelopen. Leg het contact los vast, of verwijder het.',
  doNotContact: 'Deze persoon wil niet benaderd worden.',
};

export const unsent = {
  heading: (count: number) => (count === 1 ? '1 contact nog niet verzonden' : `${count} contacten nog niet verzonden`),
  waiting: 'Wordt verzonden zodra er verbinding is.',
  refused: 'Kon niet worden verzonden',
  again: 'Nu verzenden',
  edit: 'Verbeteren',
  remove: 'Verwijderen',
  removeOf: (what: string) => `${what} verwijderen`,
  editOf: (what: string) => `${what} verbeteren`,
  sent: (what: string) => `Verzonden: ${what}`,
  label: (employer: string, subject: string) => `${employer}: ${subject}`,
  signOutHeading: 'Nog niet alles is verzonden',
  signOut: (count: number) =>
    count === 1
      ? 'Er is 1 contact nog niet verzonden. Als u zich nu afmeldt, gaat het verloren.'
      : `Er zijn ${count} contacten nog niet verzonden. Als u zich nu afmeldt, gaan ze verloren.`,
  stay: 'Aangemeld blijven',
  leave: 'Toch afmelden',
};
