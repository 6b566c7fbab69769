import { demoUsers, organisationName } from '@werkplein/kernel';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] as string);

export const page = (title: string, body: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Werkplein Graph</title>
<style>
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 36rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
label, select, button { display: block; font: inherit; width: 100%; box-sizing: border-box; margin: 0.5rem 0; padding: 0.5rem; }
label { padding: 0; font-weight: bold; }
button { color: #fff; background: #154273; border: 0; cursor: pointer; }
:focus-visible { outline: 3px solid #f90; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;

const options = (): string => {
  const byOrganisation = Map.groupBy(demoUsers, ([, { organisation }]) => organisation);
  const group = (users: readonly (readonly [string, { roles: readonly string[] }])[]): string =>
    users.map(([name, { roles }]) => `<option value="${escape(name)}">${escape(roles.join(', '))}</option>`).join('');
  return [...byOrganisation].map(([code, users]) => `<optgroup label="${escape(organisationName(code))}">${group(users)}</optgroup>`).join('\n');
};

/** Where a demo user is chosen; the form goes back to its own address. */
export const signInPage = (problem?: string): string =>
  page(
    'Aanmelden',
    `<p>Dit is de aanmelding voor ontwikkeling en test. Kies wie u bent; er is geen wachtwoord.</p>
${problem === undefined ? '' : `<p role="alert" id="probleem">${escape(problem)}</p>`}
<form method="post">
<label for="gebruiker">Demogebruiker</label>
<select id="gebruiker" name="gebruiker" required${problem === undefined ? '' : ' aria-invalid="true" aria-describedby="probleem"'}>
${options()}
</select>
<button>Aanmelden</button>
</form>`,
  );

export const errorPage = (error: string, description: string | undefined): string =>
  page('Aanmelden lukt niet', `<p>De aanvraag van de applicatie klopt niet.</p>\n<p><code>${escape(error)}</code> ${escape(description ?? '')}</p>`);

/** `form` comes from the provider and carries its own token. */
export const signOutPage = (form: string): string =>
  page('Afmelden', `<p>Wilt u zich afmelden?</p>\n${form}\n<button form="op.logoutForm" name="logout" value="yes">Afmelden</button>`);

export const signedOutPage = (): string => page('Afgemeld', '<p>U bent afgemeld.</p>');
