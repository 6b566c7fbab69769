import { action, forPurposes, grant, type RequestContext, scopeOf } from '@werkplein/kernel';

/** The Werkplein reads its own clients; the NUO only those, and only the parts, that the Werkplein discloses. */
export const readClient = action('client.read', 'Een cliënt zien; de NUO alleen de gedeelde onderdelen', {
  ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'werkplein.privacyofficer'),
  ...grant('disclosed', 'nuo.trajectbegeleider', 'nuo.jobcoach', 'nuo.detacheringsconsulent', 'nuo.werkleider'),
});

export const readWholeClient = action(
  'client.readWhole',
  'De gegevens van een cliënt zien die nooit worden gedeeld: geboortedatum, BSN, eigen nummer, dossier',
  grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'werkplein.privacyofficer'),
  // A privacy officer has no clients of their own: each look says why.
  forPurposes(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE'], 'werkplein.privacyofficer'),
);

export const listClients = action(
  'client.list',
  'Cliënten van het eigen Werkplein zoeken',
  grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'werkplein.privacyofficer'),
);

export const readClientAccessLog = action(
  'client.readAccessLog',
  'Zien welke organisaties een cliënt van het eigen Werkplein hebben geraadpleegd, waarvoor en wanneer; nooit welke medewerker',
  grant('own', 'werkplein.klantregisseur', 'werkplein.privacyofficer'),
  forPurposes(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE'], 'werkplein.klantregisseur', 'werkplein.privacyofficer'),
);

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
/** The doorway to all commands of a Werkplein; each command has an action of its own. For the NUO there is one: the form of an appointed expert. */
export const commandClients = action('client.command', 'Opdrachten over cliënten van het eigen Werkplein geven', {
  ...regie,
  ...grant('disclosed', 'nuo.jobcoach', 'nuo.trajectbegeleider'),
  ...grant('own', 'werkplein.privacyofficer', 'werkplein.functioneelbeheerder'),
});
export const registerClientAction = action('client.register', 'Een cliënt inschrijven', regie);
export const correctClientAction = action('client.correct', 'Gegevens van een cliënt verbeteren', regie);

export const accessClientData = action(
  'client.subjectAccess',
  'Alle gegevens van een cliënt verzamelen voor een verzoek om inzage (AVG art. 15)',
  grant('own', 'werkplein.privacyofficer'),
);
export const eraseClientAction = action('client.erase', 'Een cliënt wissen, of nagaan of dat mag (AVG art. 17)', grant('own', 'werkplein.privacyofficer'));
export const runRetentionAction = action(
  'retention.run',
  'Verwijderen waarvan de bewaartermijn voorbij is, of nagaan wat dat is',
  grant('own', 'werkplein.privacyofficer', 'werkplein.functioneelbeheerder'),
);

/** Whether the principal sees only what is disclosed. */
export const seesDisclosedOnly = (ctx: RequestContext): boolean => scopeOf(ctx.principal, readClient) !== 'own';
