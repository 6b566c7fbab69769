/** What participants and contact persons may ask of the NUO. */
export const nuoRights = {
  whom: 'Wie doet het verzoek?',
  kinds: { participant: 'Een deelnemer', contactPerson: 'Een contactpersoon van een werkgever' },
  number: 'Nummer',
  numberHint: 'Het nummer begint met nuo: en staat achteraan in het adres van de pagina van deze persoon. Vraag het aan wie de pagina kan openen.',
  numberFirst: 'Vul het nummer in.',
  choose: 'Verder',
};
